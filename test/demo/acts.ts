import { readFile } from 'node:fs/promises';
import { LINK_PORT_NAME } from '#protocol/link/port.ts';
import type { Guest } from '../vm/guest/guest.ts';
import { lookAtPage } from './look-at-page.ts';
import type { Narrator } from './narrator.ts';
import { APP_NAME, type Scene } from './scene.ts';
import { until } from './until.ts';

const BOOT_MS = 300_000;
const LABELS = 3;
const PINGS = 5;
const LAST_RECORDS = 5;
const LABEL = /cherub\/1 app=web .*? ck=[0-9a-f]{8}/g;

/** How many steps the acts below have together. */
export const STEPS = 11;

/** Everything on the host that must be there before the guest: controller, recorder disk, agent disk. */
export async function setTheScene(narrator: Narrator, scene: Scene): Promise<void> {
  await narrator.step('A controller: EVE’s device API, SQLite, one page', async () => {
    const directory = scene.path('controller');
    await scene.cherub('controller', 'init', '--dir', directory);
    await scene.cherub('controller', 'device', 'add', 'demo', '--dir', directory);
    const at = (port: number): string => `127.0.0.1:${port}`;
    const where = ['--dir', directory, '--listen', at(scene.devicePort), '--page', at(scene.pagePort)];
    scene.serve('controller-log', 'controller', 'serve', ...where);
    await until('the page answers', 30_000, async () => {
      scene.checkServices();
      return (await fetch(scene.pageUrl)).ok || undefined;
    });
    return { seen: `its page answers at ${scene.pageUrl}`, value: undefined };
  });

  await narrator.step('A recorder disk, which the guest will write and the host read', async () => {
    const disk = scene.path('recorder.img');
    narrator.show(await scene.cherub('disk', 'create', disk, '--size', '16M', '--app', APP_NAME));
    narrator.show(await scene.cherub('disk', 'check', disk));
    return { seen: '16 MiB with both superblocks', value: undefined };
  });
}

/** Boots the guest, in which cloud-init installs the agent, and starts the companion beside it. */
export async function bootTheGuest(narrator: Narrator, scene: Scene): Promise<Guest> {
  const guest = await narrator.step(
    'A Debian guest under QEMU, in which cloud-init installs the agent',
    async () => {
      const booted = await scene.boot();
      return { seen: `QEMU runs with pid ${booted.pid}; the kernel starts`, value: booted };
    },
  );
  await narrator.step('The companion: one config, three channels, two sinks', async () => {
    const linkSocket = guest.portPath(LINK_PORT_NAME);
    const config = await scene.writeConfig({ consoleLog: guest.consoleLogPath, linkSocket });
    narrator.show(await scene.cherub('check-config', '--config', config));
    scene.serve('companion-log', 'serve', '--config', config);
    const status = await until('cherub status answers', 30_000, async () => {
      scene.checkServices();
      return await scene.cherub('status', '--config', config);
    });
    narrator.show(status);
    return { seen: 'cherub serve answers cherub status', value: undefined };
  });
  return guest;
}

/** Sees each channel and the page while the guest is well. */
export async function seeItAlive(narrator: Narrator, scene: Scene, guest: Guest): Promise<void> {
  const config = scene.path('cherub.yaml');
  await narrator.step('Console: heartbeat labels, written by logger in the guest', async () => {
    for (let shown = 0; shown < LABELS; ) {
      const labels = await until('a label on the console', BOOT_MS, () => {
        scene.checkServices();
        const all = guest.console.text.match(LABEL) ?? [];
        return all.length > shown ? all : undefined;
      });
      for (const label of labels.slice(shown, LABELS)) narrator.show(label);
      shown = Math.min(labels.length, LABELS);
    }
    return { seen: `${LABELS} labels`, value: undefined };
  });

  await narrator.step('Recorder: health snapshots on the disk, read by the host', async () => {
    const read = ['disk', 'read', scene.path('recorder.img'), '--kind', 'snapshot', '--last', '2'];
    const rows = await until('two snapshots', 60_000, async () => {
      const text = await scene.cherub(...read);
      return text.trim().split('\n').length >= 2 ? text : undefined;
    });
    narrator.show(rows);
    return { seen: 'snapshots while the guest runs', value: undefined };
  });

  await narrator.step('Link: requests and answers on virtio-serial', async () => {
    const pings = await scene.cherub('link', 'ping', APP_NAME, '--config', config, '-c', String(PINGS));
    narrator.show(pings);
    return { seen: `${PINGS} pings answered`, value: undefined };
  });

  await narrator.step('All three channels at once', async () => {
    const fresh = /\bfresh\b/g;
    const status = await until('three fresh channels', 60_000, async () => {
      const text = await scene.cherub('status', '--config', config);
      return (text.match(fresh)?.length ?? 0) >= 3 ? text : undefined;
    });
    narrator.show(status);
    return { seen: 'console, recorder and link are fresh', value: undefined };
  });

  await narrator.step('The page, in a real browser', async () => {
    const picture = await photograph(scene, 'alive.png', /fresh/i);
    return { seen: `heartbeats, snapshot and plots; picture in ${picture}`, value: undefined };
  });
}

/** Lets the kernel panic, and sees what is left. */
export async function seeItDie(narrator: Narrator, scene: Scene, guest: Guest): Promise<void> {
  const config = scene.path('cherub.yaml');
  await narrator.step('The guest’s kernel panics', async () => {
    await guest.console.waitForShell({ deadlineMs: BOOT_MS });
    const from = guest.console.mark();
    await guest.console.send('echo c >/proc/sysrq-trigger\n');
    await guest.console.waitFor(/Kernel panic - not syncing/, { from, deadlineMs: 60_000 });
    const line = await until('the panic text in the companion’s entries', 60_000, async () => {
      const entries = (await readFile(scene.path('entries.jsonl'), 'utf8')).split('\n');
      return entries.find((entry) => entry.includes('Kernel panic - not syncing'));
    });
    narrator.show(contentOf(line));
    return { seen: 'the panic text came through the console channel', value: undefined };
  });

  await narrator.step('The dead guest’s last minutes, from its disk', async () => {
    const disk = scene.path('recorder.img');
    const rows = await scene.cherub(
      'disk',
      'read',
      disk,
      '--kind',
      'snapshot',
      '--last',
      String(LAST_RECORDS),
    );
    const count = rows.trim().split('\n').length;
    if (count < 2) throw new Error(`cherub disk read printed ${count} lines:\n${rows}`);
    narrator.show(rows);
    narrator.show(await scene.cherub('disk', 'check', disk));
    narrator.show(await scene.cherub('status', '--config', config));
    const picture = await photograph(scene, 'dead.png', /panic/i);
    return { seen: `the last snapshots before the panic; picture in ${picture}`, value: undefined };
  });
}

/** A picture of the application's view once it shows `text`. @returns its path, relative to the root */
async function photograph(scene: Scene, name: string, text: RegExp): Promise<string> {
  const picture = `artifacts/demo/${name}`;
  await until(`the page shows ${text}`, 60_000, async () => {
    const page = await lookAtPage({ url: scene.pageUrl, appName: APP_NAME, picture, deadlineMs: 20_000 });
    return text.test(page) || undefined;
  });
  return picture;
}

function contentOf(entry: string): string {
  return (JSON.parse(entry) as { content: string }).content;
}
