/** What `packaging/pkg/main.ts` gets as its only argument, as JSON. */
export interface PkgJob {
  /** The program, absolute. */
  readonly bundle: string;
  /** Flags that are baked into the executable. */
  readonly execArgv: readonly string[];
  readonly nodeVersion: string;
  readonly executables: readonly { readonly architecture: string; readonly output: string }[];
}
