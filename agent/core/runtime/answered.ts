import type { cherub } from '#protocol/messages/generated/cherub.js';

/** What a request that takes its time comes to. */
export type Answered<T> = { ok: true; value: T } | { ok: false; code: cherub.Code; message: string };
