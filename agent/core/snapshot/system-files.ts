/** Why a file gave nothing: an errno name such as `ENOENT`, `EACCES`, or `EUNKNOWN`. */
export interface FileFailure {
  readonly ok: false;
  readonly code: string;
}

/**
 * The port through which everything in /proc and /sys is read. All calls are synchronous, never throw, and are
 * used only on files that the kernel answers from memory: nothing here may wait for a disk or a network.
 */
export interface SystemFiles {
  /**
   * The text of a file, invalid UTF-8 as U+FFFD, cut after `maxBytes`.
   *
   * Up to 4096 bytes are taken with one read call: sysfs and single-record /proc files deliver a page whole.
   * Ask for more than 4096 bytes when a file has one record for each line (`/proc/vmstat`, `/proc/net/dev`).
   */
  read(path: string, maxBytes: number): { readonly ok: true; readonly text: string } | FileFailure;
  /** The bytes of a file, cut after `maxBytes`; the caller may keep them. */
  readBytes(path: string, maxBytes: number): { readonly ok: true; readonly bytes: Uint8Array } | FileFailure;
  /** Names in a folder, without `.` and `..`, in no promised order. */
  list(path: string): { readonly ok: true; readonly names: readonly string[] } | FileFailure;
  /** Where a symbolic link points, as the kernel prints it. */
  link(path: string): { readonly ok: true; readonly target: string } | FileFailure;
}
