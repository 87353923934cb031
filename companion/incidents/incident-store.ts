import { writeArchive } from './archive/write-archive.ts';
import { hashFile, type IncidentFiles } from './incident-files.ts';
import { isIncidentId } from './incident-id.ts';
import { MANIFEST, type Manifest } from './manifest.ts';
import { archiveName, goneFolder, placeOf } from './places.ts';
import { type KeptIncident, planRemovals, type QuotaLimits } from './quota.ts';
import { readManifest } from './recover.ts';

/** An incident on the disk. `manifest` is undefined while it is open, or when it cannot be read. */
export interface ListedIncident extends KeptIncident {
  readonly state: 'sealed' | 'open';
  readonly manifest: Manifest | undefined;
}

export interface Check {
  /** Of the manifest itself: who noted it can tell that nobody changed a bundle later. */
  readonly manifestSha256: string;
  /** One line for a person for each part that is not as the manifest says. */
  readonly problems: readonly string[];
}

/** The incidents of a state directory. Needs no companion that runs; two readers and one writer do not disturb each other. */
export class IncidentStore {
  readonly #files: IncidentFiles;

  constructor(files: IncidentFiles) {
    this.#files = files;
  }

  /** Oldest first. */
  async list(): Promise<ListedIncident[]> {
    const listed: ListedIncident[] = [];
    for (const name of await this.#files.list('.')) {
      const place = placeOf(name);
      if (place.kind !== 'sealed' && place.kind !== 'open') continue;
      const { id, kind: state } = place;
      const manifest = state === 'sealed' ? await this.#manifest(id) : undefined;
      listed.push({ id, state, manifest, bytes: await this.#bytes(id, manifest) });
    }
    return listed;
  }

  /** @returns undefined: there is no sealed incident of this id */
  async find(id: string): Promise<ListedIncident | undefined> {
    if (!isIncidentId(id)) return undefined;
    const manifest = await this.#manifest(id);
    return manifest && { id, state: 'sealed', manifest, bytes: await this.#bytes(id, manifest) };
  }

  /** Holds every part against its hash. Parts that hold memory are read too: this may take a while. */
  async check(manifest: Manifest): Promise<Check> {
    const problems: string[] = [];
    for (const part of manifest.parts) {
      const path = `${manifest.id}/${part.path}`;
      const found =
        (await this.#files.size(path)) === undefined ? undefined : await hashFile(this.#files, path);
      if (found === undefined) problems.push(`${part.path} is gone`);
      else if (found.sha256 !== part.sha256) problems.push(`${part.path} was changed after it was sealed`);
    }
    return { manifestSha256: (await hashFile(this.#files, `${manifest.id}/${MANIFEST}`)).sha256, problems };
  }

  /** The text of a part that every bundle has: `report.txt`, `report.html`. */
  async readOwn(id: string, name: string, bytesMax: number): Promise<string | undefined> {
    return (await this.#files.read(`${id}/${name}`, bytesMax))?.toString();
  }

  /** Writes the archive anew: as it stands in the store, or with the parts that hold memory. */
  export(
    manifest: Manifest,
    write: (bytes: AsyncIterable<Uint8Array>) => Promise<void>,
    o: { readonly withMemory: boolean },
  ): Promise<void> {
    return writeArchive(this.#files, manifest, write, o);
  }

  /**
   * Makes room. Open incidents are not counted: each has its own bound. Call it after each sealing.
   * @returns what was removed, so that the caller can tell
   */
  async keepTo(limits: QuotaLimits): Promise<ListedIncident[]> {
    const sealed = (await this.list()).filter((each) => each.state === 'sealed');
    const removed: ListedIncident[] = [];
    for (const id of planRemovals(sealed, limits)) {
      await this.#remove(id);
      removed.push(...sealed.filter((each) => each.id === id));
    }
    return removed;
  }

  /** First out of sight, then away: a crash in between leaves no half incident that looks whole. */
  async #remove(id: string): Promise<void> {
    await this.#files.rename(id, goneFolder(id));
    await this.#files.remove(archiveName(id));
    await this.#files.remove(goneFolder(id));
  }

  async #manifest(id: string): Promise<Manifest | undefined> {
    try {
      const manifest = await readManifest(this.#files, id);
      return manifest?.id === id ? manifest : undefined;
    } catch {
      return undefined;
    }
  }

  async #bytes(id: string, manifest: Manifest | undefined): Promise<number> {
    const parts = manifest?.parts.reduce((sum, part) => sum + part.bytes, 0) ?? 0;
    return parts + ((await this.#files.size(archiveName(id))) ?? 0);
  }
}
