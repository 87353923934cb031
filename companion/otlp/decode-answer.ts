import { otlp } from './generated/otlp.js';

/** What a receiver said of a request that it took; `rejected` items will never be taken. Never throws. */
export function decodeExportAnswer(body: Uint8Array): {
  readonly rejected: number;
  readonly message: string;
} {
  try {
    const { partialSuccess } = otlp.ExportResponse.decode(body);
    const rejected = Number(partialSuccess?.rejected ?? 0);
    return { rejected: Math.max(0, rejected), message: partialSuccess?.errorMessage ?? '' };
  } catch {
    // Receivers exist that answer JSON or plain text to everything; the status has said what counts.
    return { rejected: 0, message: '' };
  }
}
