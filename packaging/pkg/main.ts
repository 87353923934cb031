/**
 * Runs pkg's single-executable mode once, in a process of its own: pkg takes its cache from `$HOME`, changes the
 * working directory, and prints as it likes. Called by packaging/build/executable.ts only.
 */

import { tmpdir } from 'node:os';
import { relative } from 'node:path';
import sea from '@yao-pkg/pkg/lib-es5/sea.js';
import type { PkgJob } from './job.ts';

type SeaOptions = Parameters<typeof sea.default>[1];

const job = JSON.parse(process.argv[2] ?? '{}') as PkgJob;
const seaConfig = {
  disableExperimentalSEAWarning: true,
  useSnapshot: false,
  useCodeCache: false,
  // Relative to pkg's temporary folder: the executable keeps this path, and an absolute one would name the machine.
  main: `../${relative(tmpdir(), job.bundle)}`,
  assets: job.assets,
  execArgv: job.execArgv,
  execArgvExtension: 'none',
};
const options: SeaOptions = {
  seaConfig,
  signature: false,
  targets: job.executables.map(({ architecture, output }) => ({
    nodeRange: `node${job.nodeVersion}`,
    platform: 'linux',
    arch: architecture,
    output,
  })) as SeaOptions['targets'],
};
await sea.default(job.bundle, options);
