import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BuildError } from './build-error.ts';

/**
 * The packages that a bundle holds, by their folders relative to the root, sorted.
 * @param inputs the files that went in, relative to the root
 */
export function packagesOf(inputs: readonly string[]): string[] {
  const folders = inputs.flatMap((input) => {
    const match = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input);
    return match === null ? [] : [match[0]];
  });
  return [...new Set(folders)].sort();
}

/**
 * The licences of Node.js and of every package in a bundle, as one text to ship with the executable.
 * @param root the project
 * @param nodeLicense the licence file of the Node.js that the program was put into
 * @throws BuildError when a package names no licence at all
 */
export async function collectLicenses(
  root: string,
  inputs: readonly string[],
  nodeLicense: string,
): Promise<string> {
  return joinLicenses(root, inputs, [{ name: 'Node.js', path: nodeLicense }]);
}

/** The same for any engine. @param engine what the program was put into, with the files of their licences */
export async function joinLicenses(
  root: string,
  inputs: readonly string[],
  engine: readonly { readonly name: string; readonly path: string }[],
): Promise<string> {
  const parts: string[] = [];
  for (const { name, path } of engine) parts.push(`${name}\n\n${await readFile(path, 'utf8')}`);
  for (const folder of packagesOf(inputs)) parts.push(await licenseOf(join(root, folder)));
  return parts.map((part) => `${part.trim()}\n`).join(`\n${'='.repeat(80)}\n\n`);
}

async function licenseOf(folder: string): Promise<string> {
  const manifest = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as {
    name: string;
    version: string;
    license?: string;
  };
  const file = (await readdir(folder)).find((name) => /^licen[cs]e/i.test(name));
  if (file === undefined && manifest.license === undefined) {
    throw new BuildError(`${manifest.name} ${manifest.version} names no licence; it must not be shipped`);
  }
  const text = file === undefined ? '' : await readFile(join(folder, file), 'utf8');
  return `${manifest.name} ${manifest.version} (${manifest.license ?? 'see below'})\n\n${text}`;
}
