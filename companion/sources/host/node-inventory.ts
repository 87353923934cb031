/** What the machine is, as systeminformation tells it; each part is absent when it could not be had in time. */
export interface NodeInventory {
  readonly system?: object;
  readonly cpu?: object;
  readonly operatingSystem?: object;
  readonly disks?: object;
  readonly filesystems?: object;
  readonly interfaces?: object;
  /** Parts that could not be had, and why. */
  readonly missing: Readonly<Record<string, string>>;
}

const PARTS = ['system', 'cpu', 'operatingSystem', 'disks', 'filesystems', 'interfaces'] as const;

/** How a part is asked for. */
export type InventorySource = Readonly<Record<(typeof PARTS)[number], () => Promise<object>>>;

/**
 * For an incident bundle: what machine the VM ran on. systeminformation starts other programs for most of it, so this
 * is nothing for a hot path. Never rejects.
 */
export async function readNodeInventory(
  o: { readonly deadlineMs: number; readonly source?: InventorySource } = { deadlineMs: 10_000 },
): Promise<NodeInventory> {
  const source = o.source ?? (await systemInformation());
  const missing: Record<string, string> = {};
  const found: Record<string, object> = {};
  await Promise.all(
    PARTS.map(async (part) => {
      const result = await withDeadline(source[part], o.deadlineMs);
      if (typeof result === 'string') missing[part] = result;
      else found[part] = result;
    }),
  );
  return { ...found, missing };
}

async function withDeadline(ask: () => Promise<object>, deadlineMs: number): Promise<object | string> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve(`no answer within ${deadlineMs} ms`), deadlineMs);
  });
  const asked = ask().catch((error: unknown) => (error instanceof Error ? error.message : String(error)));
  const result = await Promise.race([asked, late]);
  clearTimeout(timer);
  return result;
}

/** Loaded when it is needed: it costs 7 MB. */
async function systemInformation(): Promise<InventorySource> {
  const library = await import('systeminformation');
  return {
    system: () => library.system(),
    cpu: () => library.cpu(),
    operatingSystem: () => library.osInfo(),
    disks: () => library.diskLayout(),
    filesystems: () => library.fsSize(),
    interfaces: async () => library.networkInterfaces(),
  };
}
