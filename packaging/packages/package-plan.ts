import type { Architecture } from '../build/targets.ts';

/** Package formats, in nfpm's words. */
export type Format = 'deb' | 'rpm' | 'apk';

export type PackageName = 'cherub-agent' | 'cherub-agent-standard' | 'cherub-agent-cron';

/** One package file to make. */
export interface PackageOrder {
  readonly name: PackageName;
  readonly format: Format;
  readonly architecture: Architecture | 'all';
  /** The agent's executable, absolute; undefined for the package that has none. */
  readonly binary: string | undefined;
  /** The licences of what is in the executable, absolute. */
  readonly licenses: string | undefined;
}

/** What every package of one build has in common. */
export interface PackageFacts {
  readonly root: string;
  readonly version: string;
  /** Folder with generated texts: the unit with the packages' path, the compressed man page. */
  readonly texts: string;
}

interface Content {
  readonly src?: string;
  readonly dst: string;
  readonly type?: 'config|noreplace' | 'dir';
  readonly packager?: Format;
  readonly file_info?: { readonly mode: number };
}

/** A configuration of nfpm, as its YAML has it. */
export type NfpmConfig = Readonly<Record<string, unknown>>;

const NAMES: readonly PackageName[] = ['cherub-agent', 'cherub-agent-standard', 'cherub-agent-cron'];

/**
 * The time of all files: a fixed one, so that it says nothing about the machine that made the package. What changes is told
 * by the version.
 */
export const FILE_TIME = '2026-11-28T00:00:00Z';

const DESCRIPTIONS: Readonly<Record<PackageName, string>> = {
  'cherub-agent': `Cherub guest agent
Tells the host how this virtual machine is: heartbeat labels by logger,
health snapshots on a recorder disk, answers on a virtio-serial port.
Opens no network port.`,
  'cherub-agent-standard': `Cherub guest agent, standard build
Tells the host how this virtual machine is: heartbeat labels by logger,
health snapshots on a recorder disk, answers on a virtio-serial port.
The build with cron schedules, http checks and the full inventory.`,
  'cherub-agent-cron': `Cherub heartbeat by cron and logger alone
Writes one heartbeat label a minute into the log and onto the console.
Nothing stays in memory; there is no agent, no recorder and no link.`,
};

/**
 * What nfpm is to do for one package. The three packages conflict with each other, because each writes the labels of
 * this guest; installing one in place of another keeps the configuration.
 */
export function planPackage(order: PackageOrder, facts: PackageFacts): NfpmConfig {
  const others = NAMES.filter((name) => name !== order.name);
  return {
    name: order.name,
    arch: nfpmArchitecture(order.architecture),
    platform: 'linux',
    version: facts.version,
    version_schema: 'semver',
    release: order.format === 'apk' ? '0' : '1',
    section: 'admin',
    priority: 'optional',
    maintainer: 'The Cherub authors <cherub@example.invalid>',
    description: DESCRIPTIONS[order.name],
    license: 'Apache-2.0',
    mtime: FILE_TIME,
    depends: dependsOf(order),
    conflicts: others,
    // For rpm this would be Obsoletes, with which an upgrade takes one package for the newer one of the others.
    ...(order.format === 'rpm' ? {} : { replaces: others }),
    contents: order.name === 'cherub-agent-cron' ? cronContents(facts) : agentContents(order, facts),
    scripts: scriptsOf(order, facts),
    ...(order.format === 'apk' ? { apk: apkPart(order, facts) } : {}),
    // Understood by every dpkg and rpm that is in use; the smaller ones are not by Debian 11 or CentOS 7.
    deb: { compression: 'gzip' },
    rpm: { compression: 'gzip:1', group: 'System Environment/Daemons' },
  };
}

/** File name in `dist/packages/`, each by the custom of its format. */
export function packageFile(order: PackageOrder, version: string): string {
  const { name, format, architecture } = order;
  switch (format) {
    case 'deb': {
      const words = { x64: 'amd64', arm64: 'arm64', all: 'all' };
      return `${name}_${version}-1_${words[architecture]}.deb`;
    }
    case 'rpm': {
      const words = { x64: 'x86_64', arm64: 'aarch64', all: 'noarch' };
      return `${name}-${version}-1.${words[architecture]}.rpm`;
    }
    case 'apk': {
      const words = { x64: 'x86_64', arm64: 'aarch64', all: 'noarch' };
      return `${name}-${version}-r0.${words[architecture]}.apk`;
    }
  }
}

function nfpmArchitecture(architecture: Architecture | 'all'): string {
  return { x64: 'amd64', arm64: 'arm64', all: 'all' }[architecture];
}

function dependsOf(order: PackageOrder): string[] {
  const standard = order.name === 'cherub-agent-standard';
  switch (order.format) {
    // logger is in bsdutils, which no Debian is without.
    case 'deb':
      if (order.name === 'cherub-agent-cron') return ['cron | cron-daemon'];
      return standard ? ['libc6 (>= 2.28)', 'libstdc++6', 'libgcc-s1 | libgcc1'] : [];
    case 'rpm':
      if (order.name === 'cherub-agent-cron') return ['util-linux', '/usr/sbin/crond'];
      return standard ? ['util-linux', 'glibc >= 2.28', 'libstdc++'] : ['util-linux'];
    // busybox is in every Alpine, and has logger, od and crond.
    case 'apk':
      return [];
  }
}

function agentContents(order: PackageOrder, facts: PackageFacts): Content[] {
  const from = (path: string): string => `${facts.root}/packaging/${path}`;
  const shared = (src: string, dst: string): Content => ({ src, dst, file_info: { mode: 0o644 } });
  const documents = `/usr/share/doc/${order.name}`;
  return [
    // rpm takes away only the folders that a package names.
    { dst: '/etc/cherub', type: 'dir' },
    { dst: documents, type: 'dir' },
    { src: order.binary ?? '', dst: '/usr/bin/cherub-agent', file_info: { mode: 0o755 } },
    {
      src: from('packages/agent.yaml'),
      dst: '/etc/cherub/agent.yaml',
      type: 'config|noreplace',
      file_info: { mode: 0o644 },
    },
    order.format === 'apk'
      ? {
          src: from('openrc/cherub-agent'),
          dst: '/etc/init.d/cherub-agent',
          file_info: { mode: 0o755 },
        }
      : shared(`${facts.texts}/cherub-agent.service`, '/usr/lib/systemd/system/cherub-agent.service'),
    shared(from('sysctl/60-cherub-sysrq.conf'), '/usr/lib/sysctl.d/60-cherub-sysrq.conf'),
    shared(from('udev/60-cherub-agent.rules'), '/usr/lib/udev/rules.d/60-cherub-agent.rules'),
    shared(`${facts.texts}/cherub-agent.8.gz`, '/usr/share/man/man8/cherub-agent.8.gz'),
    shared(from('config/agent.yaml'), `${documents}/agent.yaml`),
    shared(`${facts.root}/LICENSE`, `${documents}/copyright`),
    shared(order.licenses ?? '', `${documents}/LICENSES.txt`),
  ];
}

function cronContents(facts: PackageFacts): Content[] {
  const from = (path: string): string => `${facts.root}/packaging/cron/${path}`;
  const config = (src: string, dst: string): Content => ({
    src: from(src),
    dst,
    type: 'config|noreplace',
    file_info: { mode: 0o644 },
  });
  return [
    { dst: '/usr/lib/cherub', type: 'dir' },
    { dst: '/usr/share/doc/cherub-agent-cron', type: 'dir' },
    { src: from('cherub-heartbeat'), dst: '/usr/lib/cherub/heartbeat', file_info: { mode: 0o755 } },
    config('cherub-heartbeat.default', '/etc/default/cherub-heartbeat'),
    // busybox crond reads another place; see the apk's script.
    { ...config('cherub-heartbeat.cron', '/etc/cron.d/cherub-heartbeat'), packager: 'deb' },
    { ...config('cherub-heartbeat.cron', '/etc/cron.d/cherub-heartbeat'), packager: 'rpm' },
    {
      src: `${facts.root}/LICENSE`,
      dst: '/usr/share/doc/cherub-agent-cron/copyright',
      file_info: { mode: 0o644 },
    },
  ];
}

function scriptsOf(order: PackageOrder, facts: PackageFacts): Record<string, string> {
  const script = (name: string): string => `${facts.root}/packaging/packages/scripts/${name}.sh`;
  if (order.name !== 'cherub-agent-cron') {
    return {
      postinstall: script('agent-after-install'),
      preremove: script('agent-before-remove'),
      postremove: script('agent-after-remove'),
    };
  }
  const removed = { postremove: script('cron-after-remove') };
  if (order.format !== 'apk') return removed;
  return {
    ...removed,
    postinstall: script('cron-after-install.apk'),
    preremove: script('cron-before-remove.apk'),
  };
}

/** apk runs other scripts for an upgrade than for an installation. */
function apkPart(order: PackageOrder, facts: PackageFacts): object {
  if (order.name === 'cherub-agent-cron') return {};
  return { scripts: { postupgrade: `${facts.root}/packaging/packages/scripts/agent-after-install.sh` } };
}
