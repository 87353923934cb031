/** What a receiver is willing to hold in memory for one request. */
export interface DecodeLimits {
  /** Largest body after decompression. */
  readonly bytesMax: number;
  /** An empty log entry costs two bytes on the wire and a hundred times as much in memory. */
  readonly entriesMax: number;
}

/** Result of decoding a body from outside; `problem` is one line for the sender. */
export type Decoded<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: string; readonly tooLarge?: true };
