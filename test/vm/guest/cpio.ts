/** A file, directory, symlink or character device in an archive. Paths are absolute or relative to the root. */
export type CpioEntry =
  | { readonly kind: 'file'; readonly path: string; readonly content: Uint8Array; readonly mode?: number }
  | { readonly kind: 'directory'; readonly path: string; readonly mode?: number }
  | { readonly kind: 'symlink'; readonly path: string; readonly target: string }
  | {
      readonly kind: 'character-device';
      readonly path: string;
      readonly major: number;
      readonly minor: number;
    };

interface Member {
  readonly name: string;
  readonly mode: number;
  readonly content: Uint8Array;
  readonly rdev: readonly [major: number, minor: number];
}

const HEADER_BYTES = 110;
const ALIGNMENT_BYTES = 4;

/**
 * Encodes an initramfs archive in the "newc" form (Linux `Documentation/driver-api/early-userspace/buffer-format.rst`).
 * Missing parent directories are added. Everything belongs to root and has no date, so the same entries
 * give the same bytes. The result can follow another archive in one initrd.
 */
export function encodeCpio(entries: readonly CpioEntry[]): Uint8Array {
  const members = withParents(entries).map(toMember);
  members.push({ name: 'TRAILER!!!', mode: 0, content: new Uint8Array(), rdev: [0, 0] });
  return Buffer.concat(members.flatMap((member, index) => encodeMember(member, index + 1)));
}

function withParents(entries: readonly CpioEntry[]): CpioEntry[] {
  const explicit = new Set(entries.map((entry) => nameOf(entry.path)));
  const seen = new Set<string>();
  const all: CpioEntry[] = [];
  for (const entry of entries) {
    const parts = nameOf(entry.path).split('/');
    for (let depth = 1; depth < parts.length; depth += 1) {
      const parent = parts.slice(0, depth).join('/');
      if (seen.has(parent) || explicit.has(parent)) continue;
      seen.add(parent);
      all.push({ kind: 'directory', path: parent });
    }
    all.push(entry);
  }
  return all;
}

function nameOf(path: string): string {
  return path.replace(/^\/+|\/+$/g, '');
}

function toMember(entry: CpioEntry): Member {
  const name = nameOf(entry.path);
  const nothing = new Uint8Array();
  switch (entry.kind) {
    case 'file':
      return { name, mode: 0o100000 | (entry.mode ?? 0o644), content: entry.content, rdev: [0, 0] };
    case 'directory':
      return { name, mode: 0o040000 | (entry.mode ?? 0o755), content: nothing, rdev: [0, 0] };
    case 'symlink':
      return { name, mode: 0o120777, content: Buffer.from(entry.target), rdev: [0, 0] };
    case 'character-device':
      return { name, mode: 0o020600, content: nothing, rdev: [entry.major, entry.minor] };
  }
}

function encodeMember(member: Member, inode: number): Buffer[] {
  const name = Buffer.from(`${member.name}\0`);
  const links = (member.mode & 0o170000) === 0o040000 ? 2 : 1;
  // c_ino mode uid gid nlink mtime filesize devmajor devminor rdevmajor rdevminor namesize check
  const fields = [
    ...[inode, member.mode, 0, 0, links, 0, member.content.length, 0, 0],
    ...[member.rdev[0], member.rdev[1], name.length, 0],
  ];
  const header = Buffer.from(
    `070701${fields.map((n) => n.toString(16).padStart(8, '0')).join('')}`,
    'latin1',
  );
  return [
    header,
    name,
    padding(HEADER_BYTES + name.length),
    Buffer.from(member.content),
    padding(member.content.length),
  ];
}

function padding(length: number): Buffer {
  return Buffer.alloc((ALIGNMENT_BYTES - (length % ALIGNMENT_BYTES)) % ALIGNMENT_BYTES);
}
