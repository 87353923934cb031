import { createHash } from 'node:crypto';
import type { DiagnosisOptions } from '../../config/diagnosis-options.ts';
import type { DiagnoseEvent } from '../../control/diagnose-event.ts';
import { bundleEntries } from '../../entries/bundle-entries.ts';
import type { Entry } from '../../entries/entry.ts';
import type { EntrySubject } from '../../entries/entry-factory.ts';
import { incidentEntry } from '../../entries/verdict-entry.ts';
import { IncidentBundle } from '../../incidents/bundle.ts';
import type { IncidentVerdict, Trigger } from '../../incidents/incident.ts';
import type { IncidentFiles } from '../../incidents/incident-files.ts';
import { createIncidentId } from '../../incidents/incident-id.ts';
import { IncidentStore } from '../../incidents/incident-store.ts';
import { MANIFEST } from '../../incidents/manifest.ts';
import { archiveName } from '../../incidents/places.ts';
import { recoverIncidents } from '../../incidents/recover.ts';
import type { Redactor } from '../../incidents/redaction/redactor.ts';
import { formatBytes } from '../../output/quantities.ts';
import type { Host } from '../host.ts';

/** So many VMs are looked at beside each other; a host whose VMs all die at once has better things to do. */
const RUNNING_MAX = 4;
/** Diagnoses that wait for their turn; those that come later are told and left out. */
const WAITING_MAX = 64;

/** What an incident is opened for. */
export interface IncidentRequest {
  readonly vm: { readonly name: string; readonly appId: string };
  readonly trigger: Trigger;
  readonly verdict: IncidentVerdict;
  /** Takes the evidence. Must end by itself or with the signal, and must not reject. */
  readonly collect: (
    bundle: IncidentBundle,
    o: { readonly onEvent: (event: DiagnoseEvent) => void; readonly signal: AbortSignal },
  ) => Promise<void>;
  readonly onEvent?: (event: DiagnoseEvent) => void;
}

export interface IncidentDeskOptions {
  readonly files: IncidentFiles;
  readonly options: DiagnosisOptions;
  readonly redactor: Redactor;
  readonly host: Host;
  readonly node: string;
  readonly version: string;
  readonly append: (entries: readonly Entry[]) => void;
}

/** Opens, fills and seals incidents: one at a time for each VM, and a few beside each other. */
export class IncidentDesk {
  readonly #o: IncidentDeskOptions;
  readonly #store: IncidentStore;
  readonly #running = new Map<string, Promise<void>>();
  /** The next one of a VM; a later request takes the place of one that has not begun. */
  readonly #waiting = new Map<string, IncidentRequest>();
  readonly #stop = new AbortController();
  #ready: Promise<void> = Promise.resolve();

  constructor(o: IncidentDeskOptions) {
    this.#o = o;
    this.#store = new IncidentStore(o.files);
  }

  /** Seals what an earlier run left open; nothing is opened before. */
  start(): void {
    this.#ready = this.#recover();
  }

  isRunning(appId: string): boolean {
    return this.#running.has(appId);
  }

  /**
   * Opens an incident as soon as there is a place for it.
   * @returns false: there is no room to wait for one
   */
  request(request: IncidentRequest): boolean {
    const { appId } = request.vm;
    if (this.#stop.signal.aborted) return false;
    if (this.#running.has(appId) || this.#running.size >= RUNNING_MAX) {
      if (!this.#waiting.has(appId) && this.#waiting.size >= WAITING_MAX) return false;
      this.#waiting.get(appId)?.onEvent?.({ kind: 'failed', reason: 'a later one takes its place' });
      this.#waiting.set(appId, request);
      return true;
    }
    this.#begin(request);
    return true;
  }

  /** Evidence that is being taken is cut short and sealed. */
  async stop(): Promise<void> {
    this.#stop.abort();
    this.#waiting.clear();
    await Promise.all([this.#ready, ...this.#running.values()]);
  }

  #begin(request: IncidentRequest): void {
    const { appId, name } = request.vm;
    const work = this.#ready
      .then(() => this.#run(request))
      .catch((error: unknown) => {
        const reason = error instanceof Error ? error.message : String(error);
        this.#o.host.log(`${name}: the incident could not be kept: ${reason}`);
        request.onEvent?.({ kind: 'failed', reason });
      })
      .finally(() => {
        this.#running.delete(appId);
        this.#next();
      });
    this.#running.set(appId, work);
  }

  #next(): void {
    for (const [appId, request] of this.#waiting) {
      if (this.#running.size >= RUNNING_MAX || this.#stop.signal.aborted) return;
      if (this.#running.has(appId)) continue;
      this.#waiting.delete(appId);
      this.#begin(request);
    }
  }

  async #run(request: IncidentRequest): Promise<void> {
    const { host, files, options, redactor } = this.#o;
    const { vm, trigger, verdict } = request;
    const openedAtMs = host.wallMs();
    const id = createIncidentId(openedAtMs, vm.appId, host.random() * 2 ** 32);
    const head = { id, vm, node: this.#o.node, openedAtMs, trigger, verdict, companion: this.#o.version };
    const bundle = await IncidentBundle.open(head, { files, redactor, bytesMax: options.incidentBytesMax });
    host.log(`${vm.name}: incident ${id} (${trigger}): ${verdict.reason}`);
    request.onEvent?.({ kind: 'opened', incident: id });
    await request.collect(bundle, {
      onEvent: (event) => request.onEvent?.(event),
      signal: this.#stop.signal,
    });
    const manifest = await bundle.seal(host.wallMs());
    const text = (await files.read(`${id}/${MANIFEST}`, Number.MAX_SAFE_INTEGER)) ?? Buffer.alloc(0);
    const manifestSha256 = createHash('sha256').update(text).digest('hex');
    const culprit = bundle.culprit;
    const subject = { appId: vm.appId, appName: vm.name };
    this.#o.append([
      incidentEntry(subject, manifest, { manifestSha256, ...(culprit !== undefined && { culprit }) }),
    ]);
    host.log(
      `${vm.name}: incident ${id} is sealed: ${manifest.parts.length} parts, ${manifest.missing.length} missing`,
    );
    request.onEvent?.({
      kind: 'sealed',
      incident: id,
      parts: manifest.parts.length,
      missing: manifest.missing.length,
    });
    if (options.bundles === 'send') await this.#sendBundle(subject, id);
    await this.#keepToQuota();
  }

  /** Not in one piece: the archive of a large incident would stand in memory whole. */
  async #sendBundle(subject: EntrySubject, incident: string): Promise<void> {
    const { files, host, append } = this.#o;
    const name = archiveName(incident);
    const bytes = await files.size(name);
    if (bytes === undefined) return;
    const archive = { incident, bytes, read: () => files.stream(name) };
    for await (const entry of bundleEntries(subject, archive, host.wallMs())) append([entry]);
  }

  async #keepToQuota(): Promise<void> {
    const { keepBytesMax, keepCountMax } = this.#o.options;
    const removed = await this.#store.keepTo({ bytesMax: keepBytesMax, countMax: keepCountMax });
    for (const { id, bytes } of removed) {
      this.#o.host.log(
        `incident ${id} (${formatBytes(bytes)}) was removed: the limits of diagnosis are reached`,
      );
    }
  }

  async #recover(): Promise<void> {
    try {
      const { sealed, problems } = await recoverIncidents(this.#o.files, this.#o.host.wallMs());
      for (const id of sealed)
        this.#o.host.log(`incident ${id} was open when the last companion ended; it is sealed now`);
      for (const problem of problems) this.#o.host.log(problem);
    } catch (error) {
      this.#o.host.log(`incidents: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
}
