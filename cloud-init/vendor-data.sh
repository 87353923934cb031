#!/bin/sh
# Vendor-data for builders and platforms: installs Cherub's guest agent from the recorder disk that the host made by
# `cherub disk create --with-agent`, and leaves user-data wholly to the user. A script and no cloud-config, because lists of a
# user's cloud-config replace those of the vendor's. The application's name is the host name; see cloud-init/README.md.
fail() {
  echo "cherub-install: $1" | tee /dev/console >&2
  exit 1
}
# By content, never by name: a whole disk that begins with the recorder's magic and names an install area.
find_disk() {
  for path in /sys/class/block/*; do
    name=${path##*/}
    case $name in loop* | ram* | zram* | fd* | sr*) continue ;; esac
    if [ -e "$path/partition" ] || [ ! -b "/dev/$name" ]; then continue; fi
    [ "$(dd if="/dev/$name" bs=8 count=1 2>/dev/null | tr -d '\000')" = CHERUBRD ] || continue
    flags=$(od -An -v -tu4 -j12 -N4 "/dev/$name" | tr -d ' ')
    start=$(od -An -v -tu8 -j80 -N8 "/dev/$name" | tr -d ' ')
    if [ $((flags & 1)) = 1 ] && [ "$start" -gt 0 ]; then
      disk=/dev/$name
      return 0
    fi
  done
  return 1
}
find_disk || fail "no recorder disk with an agent on it; make one by cherub disk create --with-agent"
header=$(dd if="$disk" bs=4096 skip="$start" count=1 2>/dev/null | tr -d '\000')
bytes=$(echo "$header" | sed -n 's/^packed-bytes=//p')
sum=$(echo "$header" | sed -n 's/^packed-sha256=//p')
case $header in CHERUB-INSTALL/1*) ;; *) fail "the install area of $disk is damaged; see cherub disk check" ;; esac
# Beside its place and then moved: a running agent keeps its file, and half a copy never becomes the agent.
new=/usr/local/bin/.cherub-agent.new
mkdir -p /usr/local/bin
dd if="$disk" bs=4096 skip=$((start + 1)) count=$(((bytes + 4095) / 4096)) 2>/dev/null | head -c "$bytes" >"$new.gz"
if ! echo "$sum  $new.gz" | sha256sum --check --status || ! gzip -dc "$new.gz" >"$new"; then
  rm -f "$new" "$new.gz"
  fail "cannot copy the agent from $disk; is it damaged, or is / full or read-only?"
fi
rm -f "$new.gz"
chmod 0755 "$new"
mv -f "$new" /usr/local/bin/cherub-agent
mkdir -p /etc/cherub
[ -e /etc/cherub/agent.yaml ] || : >/etc/cherub/agent.yaml
# The same text as packaging/systemd/cherub-agent.service.
cat >/etc/systemd/system/cherub-agent.service <<'UNIT'
[Unit]
Description=Cherub guest agent: heartbeats, health snapshots, a rolling record for the host
# It needs neither the network nor a full boot; the sooner it runs, the more of the boot it can tell.
After=local-fs.target systemd-journald.service
# A guest in trouble is when it is needed: never give up restarting.
StartLimitIntervalSec=0

[Service]
# Ready when every channel that exists has been started. systemd-notify, a child, says so for the agent (NotifyAccess=all).
Type=notify
NotifyAccess=all
ExecStart=/usr/local/bin/cherub-agent run
ExecReload=/bin/kill -HUP $MAINPID
Restart=always
RestartSec=2
# An agent that stands still is restarted; it gives a sign of life six times as often.
WatchdogSec=180
KillMode=mixed
# It drains for 3 s.
TimeoutStopSec=8

# The agent is one thread and a small pool: further heaps of glibc, and freed memory that it keeps, cost 1 MB for nothing.
Environment=MALLOC_ARENA_MAX=1 MALLOC_TRIM_THRESHOLD_=65536
# The last to be killed when memory runs out, and never more than its share.
OOMScoreAdjust=-900
OOMPolicy=continue
MemoryMax=192M
MemorySwapMax=0
TasksMax=32
# Heartbeats must stay in time in a guest that is short of CPU; a core is the most it could ever take.
CPUWeight=500
CPUQuota=100%

# What it needs as root: /dev/kmsg (syslog), stacks of blocked tasks (sys_admin, sys_ptrace), other users' files under /proc
# (dac), the console (tty_config).
CapabilityBoundingSet=CAP_SYSLOG CAP_SYS_ADMIN CAP_SYS_PTRACE CAP_DAC_OVERRIDE CAP_DAC_READ_SEARCH CAP_SYS_TTY_CONFIG
NoNewPrivileges=yes
# IP is for checks of the kind http alone, and within this machine: it opens no port, and reaches nobody else.
RestrictAddressFamilies=AF_UNIX AF_NETLINK AF_INET AF_INET6
IPAddressDeny=any
IPAddressAllow=localhost
RestrictNamespaces=yes
RestrictRealtime=yes
RestrictSUIDSGID=yes
LockPersonality=yes
SystemCallArchitectures=native
SystemCallFilter=@system-service
SystemCallErrorNumber=EPERM
UMask=0077
# No ProtectSystem=, PrivateTmp=, ProtectKernelTunables= or alike, on purpose: each gives the agent a mount
# namespace of its own, and it would report that view (a read-only /, an empty /tmp) in place of the guest's.

[Install]
WantedBy=multi-user.target
UNIT
/usr/local/bin/cherub-agent --check-config || fail "the agent refuses its configuration; see above"
systemctl daemon-reload
systemctl enable cherub-agent.service
systemctl restart cherub-agent.service || fail "the agent did not start; see systemctl status cherub-agent"
