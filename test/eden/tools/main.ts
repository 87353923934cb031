import { existsSync, readFileSync } from 'node:fs';
import { chmod, copyFile, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findGo, type Go, runGo } from './find-go.ts';
import { hashOf, TOOLS, toolPath } from './tool-path.ts';

/*
 * Builds Adam and eden, EVE's reference controller and its test harness, from their Go modules (modules/), by the module
 * proxy that the go command is set to. What is there is left alone.
 */

const cache = join(import.meta.dirname, '../../../.cache/eden');

process.exitCode = await main();

async function main(): Promise<number> {
  const missing = TOOLS.filter((tool) => !existsSync(toolPath(tool)));
  if (missing.length === 0) return 0;
  try {
    const go = await findGo(cache, say);
    for (const tool of missing) await build(tool, go);
    return 0;
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    return 1;
  }
}

/** The module file is copied, because the go command completes it; go.sum pins every module that is used. */
async function build(tool: (typeof TOOLS)[number], go: Go): Promise<void> {
  const source = join(import.meta.dirname, '../modules', tool);
  const folder = join(cache, `build-${tool}`);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const file of ['go.mod', 'go.sum']) await copyFile(join(source, file), join(folder, file));
  const [, version = ''] = /^require \S+ (\S+)/mu.exec(readFileSync(join(source, 'go.mod'), 'utf8')) ?? [];
  say(`building ${tool} ${version} (some minutes the first time)`);
  const out = join(folder, tool);
  await runGo(go, ['build', '-trimpath', '-o', out, `github.com/lf-edge/${tool}`], folder);
  await chmod(out, 0o755);
  await rename(out, toolPath(tool));
  await writeFile(`${toolPath(tool)}.version`, `${version}\n`);
  await rm(folder, { recursive: true });
  const old = (await readdir(cache)).filter(
    (name) => name.startsWith(`${tool}-`) && !name.startsWith(`${tool}-${hashOf(tool)}`),
  );
  for (const name of old) await rm(join(cache, name), { force: true });
}

function say(line: string): void {
  process.stderr.write(`[eden] ${line}\n`);
}
