/** What `packaging/pkg/main.ts` gets as its only argument, as JSON. */
export interface PkgJob {
  /** The program, absolute. */
  readonly bundle: string;
  /** Files that the program finds in the executable, by name. */
  readonly assets: Readonly<Record<string, string>>;
  /** Flags that are baked into the executable. */
  readonly execArgv: readonly string[];
  readonly nodeVersion: string;
  readonly executables: readonly { readonly architecture: string; readonly output: string }[];
}
