/* The modules of the compact agent's engine, as far as they are used. Errors of the system are negative errno numbers. */

declare module 'qjs:os' {
  export const O_RDONLY: number;
  export const O_WRONLY: number;
  export const O_RDWR: number;
  export const O_APPEND: number;
  export const O_EXCL: number;
  export const SIGTERM: number;
  export const SIGINT: number;
  export const SIGKILL: number;
  export const S_IFMT: number;
  export const S_IFDIR: number;
  export type Timer = { readonly timer: unique symbol };
  export function open(path: string, flags: number): number;
  export function close(descriptor: number): number;
  export function read(descriptor: number, buffer: ArrayBuffer, offset: number, length: number): number;
  export function write(descriptor: number, buffer: ArrayBuffer, offset: number, length: number): number;
  export function readdir(path: string): [names: string[], errno: number];
  export function readlink(path: string): [target: string, errno: number];
  export function stat(path: string): [found: { mode: number } | null, errno: number];
  export function getcwd(): [path: string, errno: number];
  export function kill(pid: number, signal: number): number;
  export function signal(signal: number, handler: (() => void) | null | undefined): void;
  export function setReadHandler(descriptor: number, handler: (() => void) | null): void;
  export function setTimeout(handler: () => void, milliseconds: number): Timer;
  export function clearTimeout(timer: Timer): void;
}

declare module 'qjs:std' {
  export const out: { puts(text: string): void; flush(): void };
  export const err: { puts(text: string): void; flush(): void };
  export function exit(code: number): never;
  export function getenv(name: string): string | undefined;
}

declare module 'cherub:native' {
  export const O_DIRECT: number;
  export const O_NONBLOCK: number;
  export const O_NOCTTY: number;
  export const O_CLOEXEC: number;
  export function readText(path: string, bytesMax: number): string | number;
  export function readBytes(path: string, bytesMax: number): ArrayBuffer | number;
  export function textOf(bytes: Uint8Array): string;
  export function writeNow(descriptor: number, text: string): number;
  export function isExecutable(path: string): boolean;
  export function isZero(bytes: Uint8Array): boolean;
  export function spawn(
    words: readonly string[],
    environment: readonly string[] | undefined,
    out: number,
    err: number,
    ownGroup: boolean,
  ): number;
  export function openProcess(pid: number): number;
  export function reap(pid: number): number | undefined;
  export function openPipe(): [read: number, write: number] | number;
  export function clockUs(which: number): number;
  export function machine(): {
    machine: string;
    hostname: string;
    cpuCount: number;
    addresses: { interface: string; address: string }[];
  };
  export function hostName(): string;
  export function cpuMs(): number;
  export function self(name: string): number;
  export function notify(path: string, text: string): number;
  export function startOpen(path: string, flags: number): number;
  export function startClose(descriptor: number): number;
  export function startRead(descriptor: number, offset: number, length: number): number;
  export function startWrite(descriptor: number, offset: number, bytes: Uint8Array, flush: boolean): number;
  export function startReadPart(path: string, bytesMax: number, fromEnd: boolean): number;
  export function startWriteText(path: string, text: string): number;
  export function startStat(what: string | number): number;
  export function startSpace(path: string): number;
  export function startList(path: string, namesMax: number): number;
  export function loadYaml(): void;
  export function tidy(): void;
  export function jobEvent(): number;
  export function takeJobs(): [id: number, result: number, bytes?: ArrayBuffer, numbers?: number[]][];
}

/** Put there by the piece that is loaded with `loadYaml`. */
declare var cherubReadYaml: typeof import('#protocol/config/read-yaml.ts').readYaml | undefined;

/** Of the engine: the program's name and its words. */
declare const scriptArgs: readonly string[];
