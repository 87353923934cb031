import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { bootTheGuest, STEPS, seeItAlive, seeItDie, setTheScene } from './acts.ts';
import { Narrator } from './narrator.ts';
import { Scene } from './scene.ts';

const USAGE = `Shows Cherub at work on a real guest under QEMU. Does all set-up by itself; the first time
that takes some minutes.

  scripts/demo [--headless]

  --headless  for machines: end by itself; exit code 0 only if every step was seen
  --help      this text

Without --headless the controller's page stays up at the end, until Ctrl-C.

Exit code: 0 every step was seen, 1 one was not, 2 wrong usage.
`;

// An interrupted play may still be waiting for something; it is over all the same.
process.exit(await main(process.argv.slice(2)));

async function main(argv: string[]): Promise<number> {
  const options = parse(argv);
  if (options === undefined) return 2;
  if (options.help) {
    process.stdout.write(USAGE);
    return 0;
  }
  const interrupted = new Promise<void>((resolve) => process.once('SIGINT', () => resolve()));
  const narrator = new Narrator(
    {
      write: (text) => process.stdout.write(text),
      color: process.stdout.isTTY && process.env['NO_COLOR'] === undefined,
      now: () => performance.now(),
    },
    STEPS,
  );
  const scene = await Scene.open(join(import.meta.dirname, '../..'));
  await Promise.race([play(narrator, scene, options.headless, interrupted), interrupted]);
  await scene.close();
  narrator.end();
  return narrator.complete ? 0 : 1;
}

async function play(
  narrator: Narrator,
  scene: Scene,
  headless: boolean,
  interrupted: Promise<void>,
): Promise<void> {
  try {
    await setTheScene(narrator, scene);
    const guest = await bootTheGuest(narrator, scene);
    await seeItAlive(narrator, scene, guest);
    await seeItDie(narrator, scene, guest);
    if (headless) return;
    process.stdout.write(`\nThe page stays at ${scene.pageUrl} until Ctrl-C.\n`);
    await interrupted;
  } catch (error) {
    process.stderr.write(`\ndemo: ${error instanceof Error ? error.message : String(error)}\n`);
    const folder = scene.saveEvidence(error);
    if (folder !== undefined) process.stderr.write(`demo: evidence kept in ${folder}\n`);
  }
}

function parse(argv: string[]): { headless: boolean; help: boolean } | undefined {
  try {
    const { values } = parseArgs({
      args: argv,
      options: {
        headless: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    return { headless: values.headless, help: values.help };
  } catch (error) {
    process.stderr.write(`scripts/demo: ${error instanceof Error ? error.message : String(error)}\n`);
    return undefined;
  }
}
