import type { ConsoleEvent } from '#companion/ladder/console-patterns/console-event.ts';

/** What a console showed, and the events that must be read out of it; `text` is compared only where it is given. */
export interface KernelText {
  readonly name: string;
  readonly bytes: string;
  readonly events: readonly Partial<ConsoleEvent>[];
}

const ESC = '\u001b';

export const KERNEL_TEXTS: readonly KernelText[] = [
  {
    name: '6.1: echo c, with Oops, stack and panic',
    bytes: [
      '[   12.345678] sysrq: Trigger a crash\r\n',
      '[   12.346000] Kernel panic - not syncing: sysrq triggered crash\r\n',
      '[   12.346511] CPU: 0 PID: 1 Comm: init Not tainted 6.1.0-18-cloud-amd64 #1  Debian 6.1.76-1\r\n',
      '[   12.347012] Hardware name: QEMU Standard PC (Q35 + ICH9, 2009), BIOS 1.16.2-debian-1.16.2-1 04/01/2014\r\n',
      '[   12.347513] Call Trace:\r\n',
      '[   12.347900]  <TASK>\r\n',
      '[   12.348014]  dump_stack_lvl+0x44/0x5c\r\n',
      '[   12.348515]  panic+0x118/0x2ed\r\n',
      '[   12.349016]  sysrq_handle_crash+0x16/0x20\r\n',
      '[   12.349517]  ? __handle_sysrq.cold+0x7a/0x12e\r\n',
      '[   12.350018]  virtblk_probe+0x10/0x40 [virtio_blk]\r\n',
      '[   12.350519]  entry_SYSCALL_64_after_hwframe+0x64/0xce\r\n',
      '[   12.351020] RIP: 0033:0x7f4ff0c5a240\r\n',
      '[   12.351521]  </TASK>\r\n',
      '[   12.352022] Kernel Offset: 0x1ae00000 from 0xffffffff81000000 (relocation range: 0xffffffff80000000-0xffffffffbfffffff)\r\n',
      '[   12.352523] ---[ end Kernel panic - not syncing: sysrq triggered crash ]---\r\n',
    ].join(''),
    events: [
      {
        kind: 'panic',
        reason: 'sysrq triggered crash',
        isEnd: false,
        kernelSeconds: 12.346,
        text: 'Kernel panic - not syncing: sysrq triggered crash',
      },
      {
        kind: 'trace',
        of: 'panic',
        cpu: 0,
        pid: 1,
        comm: 'init',
        frames: [
          'dump_stack_lvl+0x44/0x5c',
          'panic+0x118/0x2ed',
          'sysrq_handle_crash+0x16/0x20',
          '? __handle_sysrq.cold+0x7a/0x12e',
          'virtblk_probe+0x10/0x40 [virtio_blk]',
          'entry_SYSCALL_64_after_hwframe+0x64/0xce',
        ],
      },
      { kind: 'kernel-offset', offset: '0x1ae00000' },
      { kind: 'panic', reason: 'sysrq triggered crash', isEnd: true },
    ],
  },
  {
    name: '5.10: NULL pointer, Oops and its end',
    bytes: [
      '[   40.000001] BUG: kernel NULL pointer dereference, address: 0000000000000000\n',
      '[   40.000002] #PF: supervisor write access in kernel mode\n',
      '[   40.000003] #PF: error_code(0x0002) - not-present page\n',
      '[   40.000004] PGD 0 P4D 0 \n',
      '[   40.000005] Oops: 0002 [#1] SMP PTI\n',
      '[   40.000006] CPU: 1 PID: 321 Comm: insmod Tainted: G           OE     5.10.0-28-cloud-amd64 #1 Debian 5.10.209-2\n',
      '[   40.000007] RIP: 0010:crash_init+0x5/0x1000 [crash]\n',
      '[   40.000008] Code: Unable to access opcode bytes at RIP 0xffffffffc0000fdb.\n',
      '[   40.000009] RSP: 0018:ffffa5c1c0447dd8 EFLAGS: 00010246\n',
      '[   40.000010] Call Trace:\n',
      '[   40.000011]  do_one_initcall+0x44/0x1d0\n',
      '[   40.000012]  ? kmem_cache_alloc_trace+0xf5/0x200\n',
      '[   40.000013] Modules linked in: crash(OE+) virtio_blk\n',
      '[   40.000014] ---[ end trace 5b6a1d9d1a2b3c4d ]---\n',
      '[   40.000015] RIP: 0010:crash_init+0x5/0x1000 [crash]\n',
    ].join(''),
    events: [
      { kind: 'oops', reason: 'BUG: kernel NULL pointer dereference, address: 0000000000000000' },
      { kind: 'oops', reason: 'Oops: 0002 [#1] SMP PTI' },
      {
        kind: 'trace',
        of: 'oops',
        cpu: 1,
        pid: 321,
        comm: 'insmod',
        instruction: 'crash_init+0x5/0x1000 [crash]',
        frames: ['do_one_initcall+0x44/0x1d0', '? kmem_cache_alloc_trace+0xf5/0x200'],
      },
    ],
  },
  {
    name: '6.12: Oops twice in a line, and the uid',
    bytes: [
      '[   40.000001][  T321] BUG: unable to handle page fault for address: ffffffffdeadbeef\n',
      '[   40.000002][  T321] Oops: Oops: 0002 [#1] PREEMPT SMP PTI\n',
      '[   40.000003][  T321] CPU: 1 UID: 0 PID: 321 Comm: my prog:1 Not tainted 6.12.6-amd64 #1  Debian 6.12.6-1\n',
      '[   40.000004][  T321] RIP: 0010:do_thing+0x5/0x10\n',
      '[   40.000005][  T321] Call Trace:\n',
      '[   40.000006][  T321]  <TASK>\n',
      '[   40.000007][  T321]  ksys_write+0x6d/0xe0\n',
      '[   40.000008][  T321]  </TASK>\n',
    ].join(''),
    events: [
      { kind: 'oops', kernelSeconds: 40.000001 },
      { kind: 'oops', reason: 'Oops: Oops: 0002 [#1] PREEMPT SMP PTI' },
      {
        kind: 'trace',
        cpu: 1,
        pid: 321,
        comm: 'my prog:1',
        instruction: 'do_thing+0x5/0x10',
        frames: ['ksys_write+0x6d/0xe0'],
      },
    ],
  },
  {
    name: 'general protection faults before and after 6.10, BUG, arm64',
    bytes: [
      '[    1.000000] general protection fault, probably for non-canonical address 0x6b6b6b6b6b6b6b6b: 0000 [#1] SMP PTI\n',
      '[    1.000000] general protection fault: 0000 [#1] SMP NOPTI\n',
      '[    1.000000] Oops: general protection fault, probably for non-canonical address 0xdead000000000100: 0000 [#1] PREEMPT SMP\n',
      '[    1.000000] kernel BUG at fs/inode.c:1234!\n',
      '[    1.000000] invalid opcode: 0000 [#2] SMP\n',
      '[    1.000000] Unable to handle kernel NULL pointer dereference at virtual address 0000000000000010\n',
      '[    1.000000] Internal error: Oops: 96000045 [#1] PREEMPT SMP\n',
    ].join(''),
    events: Array.from({ length: 7 }, () => ({ kind: 'oops' as const })),
  },
  {
    name: 'soft lockup with its stack',
    bytes: [
      '[  100.000000] watchdog: BUG: soft lockup - CPU#1 stuck for 26s! [kworker/1:2:345]\n',
      '[  100.000001] Modules linked in: spin(OE) virtio_blk\n',
      '[  100.000002] CPU: 1 PID: 345 Comm: kworker/1:2 Tainted: G           OE      6.1.0-18-cloud-amd64 #1\n',
      '[  100.000003] RIP: 0010:spin_forever+0x12/0x20 [spin]\n',
      '[  100.000004] Call Trace:\n',
      '[  100.000005]  <IRQ>\n',
      '[  100.000006]  ? watchdog_timer_fn+0x1a4/0x200\n',
      '[  100.000007]  </IRQ>\n',
      'cherub/1 app=web boot=00 seq=12 up=100.00 in between\n',
      '[  100.000008]  <TASK>\n',
      '[  100.000009]  worker_thread+0x4d/0x380\n',
      '[  100.000010]  </TASK>\n',
    ].join(''),
    events: [
      { kind: 'soft-lockup', cpu: 1, seconds: 26, comm: 'kworker/1:2', pid: 345 },
      {
        kind: 'trace',
        of: 'soft-lockup',
        cpu: 1,
        instruction: 'spin_forever+0x12/0x20 [spin]',
        frames: ['? watchdog_timer_fn+0x1a4/0x200', 'worker_thread+0x4d/0x380'],
      },
    ],
  },
  {
    name: 'hard lockups of 5.10, 6.1 and 6.12',
    bytes: [
      '[    9.000000] NMI watchdog: Watchdog detected hard LOCKUP on cpu 0\n',
      '[    9.000000] watchdog: Watchdog detected hard LOCKUP on cpu 3\n',
      '[    9.000000] watchdog: CPU1: Watchdog detected hard LOCKUP on cpu 12\n',
    ].join(''),
    events: [
      { kind: 'hard-lockup', cpu: 0 },
      { kind: 'hard-lockup', cpu: 3 },
      { kind: 'hard-lockup', cpu: 12 },
    ],
  },
  {
    name: 'hung task, with a colon in its name',
    bytes: [
      '[  242.000000] INFO: task jbd2/vda1-8:141 blocked for more than 120 seconds.\n',
      '[  242.000001]       Not tainted 6.1.0-18-cloud-amd64 #1 Debian 6.1.76-1\n',
      '[  242.000002] "echo 0 > /proc/sys/kernel/hung_task_timeout_secs" disables this message.\n',
      '[  242.000003] task:jbd2/vda1-8     state:D stack:0     pid:141   ppid:2      flags:0x00004000\n',
      '[  242.000004] Call Trace:\n',
      '[  242.000005]  <TASK>\n',
      '[  242.000006]  __schedule+0x34d/0x9e0\n',
      '[  242.000007]  </TASK>\n',
    ].join(''),
    events: [
      { kind: 'hung-task', comm: 'jbd2/vda1-8', pid: 141, seconds: 120 },
      { kind: 'trace', of: 'hung-task', frames: ['__schedule+0x34d/0x9e0'] },
    ],
  },
  {
    name: 'RCU stalls',
    bytes: [
      '[   31.000000] rcu: INFO: rcu_preempt self-detected stall on CPU\n',
      '[   31.000001] rcu: \t1-....: (5249 ticks this GP) idle=7a4c/1/0x4000000000000000 softirq=1/1 fqs=2625\n',
      '[   31.000002] rcu: INFO: rcu_sched detected stalls on CPUs/tasks:\n',
      '[   31.000003] rcu: \t0-...!: (1 GPs behind) idle=b2a/1/0x4000000000000000 softirq=1/1 fqs=0 \n',
      '[   31.000004] rcu: INFO: rcu_preempt detected expedited stalls on CPUs/tasks: { 1-.... } 26 jiffies s: 73 root: 0x2/.\n',
    ].join(''),
    events: [
      { kind: 'rcu-stall' },
      { kind: 'rcu-stall', cpu: 1 },
      { kind: 'rcu-stall' },
      { kind: 'rcu-stall', cpu: 0 },
      { kind: 'rcu-stall', cpu: 1 },
    ],
  },
  {
    name: 'workqueue lockup',
    bytes:
      '[   61.0] x\n[   61.000000] BUG: workqueue lockup - pool cpus=1 node=0 flags=0x0 nice=0 stuck for 33s!\n',
    events: [{ kind: 'workqueue-lockup', seconds: 33 }],
  },
  {
    name: 'out of memory, of the system and of a cgroup',
    bytes: [
      '[   50.000000] python3 invoked oom-killer: gfp_mask=0x140cca(GFP_HIGHUSER_MOVABLE|__GFP_COMP), order=0, oom_score_adj=0\n',
      '[   50.000001] oom-kill:constraint=CONSTRAINT_NONE,nodemask=(null),cpuset=/,mems_allowed=0,global_oom,task_memcg=/user.slice,task=python3,pid=456,uid=0\n',
      '[   50.000002] Out of memory: Killed process 456 (python3) total-vm:9000kB, anon-rss:8000kB, file-rss:0kB, shmem-rss:0kB, UID:0 pgtables:60kB oom_score_adj:0\n',
      '[   50.000003] Memory cgroup out of memory: Killed process 99 (sh (x)) total-vm:1kB\n',
    ].join(''),
    events: [
      { kind: 'oom-kill', isCgroup: false },
      { kind: 'oom-kill', comm: 'python3', pid: 456, isCgroup: false },
      { kind: 'oom-kill', comm: 'python3', pid: 456, isCgroup: false },
      { kind: 'oom-kill', pid: 99, isCgroup: true },
    ],
  },
  {
    name: 'storage: 5.10, 6.x, buffer, medium, read-only',
    bytes: [
      '[   10.000000] blk_update_request: I/O error, dev vda, sector 2048 op 0x0:(READ) flags 0x0 phys_seg 1 prio class 0\n',
      '[   10.000000] I/O error, dev vdb, sector 4096 op 0x1:(WRITE) flags 0x800 phys_seg 1 prio class 2\n',
      '[   10.000000] Buffer I/O error on dev vda1, logical block 7, lost async page write\n',
      '[   10.000000] critical medium error, dev sda, sector 9 op 0x0:(READ) flags 0x0\n',
      '[   10.000000] EXT4-fs (vda1): Remounting filesystem read-only\n',
      '[   10.000000] XFS (vdb1): Filesystem has been shut down due to log error (0x2).\n',
      '[   10.000000] BTRFS info (device vdc: state E): forced readonly\n',
    ].join(''),
    events: [
      { kind: 'io-error', device: 'vda', sector: 2048 },
      { kind: 'io-error', device: 'vdb', sector: 4096 },
      { kind: 'io-error', device: 'vda1' },
      { kind: 'io-error', device: 'sda', sector: 9 },
      { kind: 'read-only', filesystem: 'ext4', device: 'vda1' },
      { kind: 'read-only', filesystem: 'xfs', device: 'vdb1' },
      { kind: 'read-only', filesystem: 'btrfs', device: 'vdc' },
    ],
  },
  {
    name: 'emergency mode, with colours',
    bytes: [
      `[${ESC}[0;32m  OK  ${ESC}[0m] Reached target ${ESC}[0;1;39memergency.target${ESC}[0m - Emergency Mode.\r\n`,
      'You are in emergency mode. After logging in, type "journalctl -xb" to view\r\n',
      'Give root password for maintenance\r\n',
      'ALERT!  UUID=1234 does not exist.  Dropping to a shell!\r\n',
    ].join(''),
    events: Array.from({ length: 4 }, () => ({ kind: 'emergency-mode' as const })),
  },
  {
    name: 'an orderly reboot, from systemd to the next kernel',
    bytes: [
      `[${ESC}[0;32m  OK  ${ESC}[0m] Reached target ${ESC}[0;1;39mshutdown.target${ESC}[0m - System Shutdown.\r\n`,
      `[${ESC}[0;32m  OK  ${ESC}[0m] Reached target ${ESC}[0;1;39mreboot.target${ESC}[0m - System Reboot.\r\n`,
      '[   30.000000] systemd-shutdown[1]: Syncing filesystems and block devices.\r\n',
      '[   30.500000] systemd-shutdown[1]: Rebooting.\r\n',
      '[   30.600000] reboot: Restarting system\r\n',
      `${ESC}c${ESC}[?7l${ESC}[2J${ESC}[0mSeaBIOS (version 1.16.2-debian-1.16.2-1)\r\n`,
      'Loading Linux 6.1.0-18-cloud-amd64 ...\r\n',
      '[    0.000000] Linux version 6.1.0-18-cloud-amd64 (debian-kernel@lists.debian.org) (gcc-12)\r\n',
    ].join(''),
    events: [
      { kind: 'going-down', how: 'shutdown' },
      { kind: 'going-down', how: 'reboot' },
      { kind: 'going-down', how: 'shutdown' },
      { kind: 'going-down', how: 'reboot' },
      { kind: 'going-down', how: 'reboot' },
      { kind: 'coming-up', stage: 'firmware' },
      { kind: 'coming-up', stage: 'loader' },
      { kind: 'coming-up', stage: 'kernel', kernelSeconds: 0 },
    ],
  },
  {
    name: 'power off, halt, SysRq and busybox',
    bytes: [
      '[   30.000000] reboot: Power down\n',
      '[   30.000000] reboot: System halted\n',
      '[   30.000000] sysrq: Resetting\n',
      '[   30.000000] sysrq: Power Off\n',
      'Requesting system reboot\n',
      'The system is going down NOW!\n',
    ].join(''),
    events: [
      { kind: 'going-down', how: 'power-off' },
      { kind: 'going-down', how: 'halt' },
      { kind: 'going-down', how: 'reboot' },
      { kind: 'going-down', how: 'power-off' },
      { kind: 'going-down', how: 'reboot' },
      { kind: 'going-down', how: 'shutdown' },
    ],
  },
  {
    name: 'kdump, by its tools',
    bytes:
      '[    5.000000] kdump-tools[312]: Starting kdump-tools:\nkdump: saving vmcore-dmesg.txt to /var/crash\n',
    events: [{ kind: 'kdump-start' }, { kind: 'kdump-start' }],
  },
  {
    name: 'printk levels and lines that syslog brought',
    bytes: [
      '<0>[    5.000000] Kernel panic - not syncing: VFS: Unable to mount root fs on unknown-block(0,0)\n',
      'Nov 24 02:11:00 web kernel: [   77.000000] EXT4-fs (vda1): Remounting filesystem read-only\n',
    ].join(''),
    events: [
      { kind: 'panic', reason: 'VFS: Unable to mount root fs on unknown-block(0,0)', kernelSeconds: 5 },
      { kind: 'read-only', device: 'vda1', kernelSeconds: 77 },
    ],
  },
  {
    name: 'ordinary lines, and words about panics that are none',
    bytes: [
      'Debian GNU/Linux 12 web ttyS0\r\n\r\nweb login: root\r\n',
      '[    1.000000] Command line: panic=10 oops=panic console=ttyS0\n',
      'app: do not panic - not syncing is fine\n',
      '[    1.000000] rcu: Hierarchical RCU implementation.\n',
      '[    1.000000] NMI watchdog: Perf NMI watchdog permanently disabled\n',
      '[    1.000000] EXT4-fs (vda1): mounted filesystem with ordered data mode\n',
    ].join(''),
    events: [],
  },
];
