import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { RecorderLane } from '#agent/core/recorder/recorder-lane.ts';
import { RecordMaker } from '#agent/core/runtime/record-maker.ts';
import { NodeClock } from '#agent/platform/node/process/node-clock.ts';
import { NodeDisks } from '#agent/platform/node/recorder/node-disks.ts';
import { decodeMessage } from '#protocol/messages/decode-message.ts';
import { cherub } from '#protocol/messages/generated/cherub.js';
import { planFormat } from '#protocol/recorder/superblock.ts';

export const DISK_UUID = '5a'.repeat(16);
const BOOT_ID = '0123456789abcdef0123456789abcdef';
export const DISK_BYTES = 1024 * 1024;

/** A real recorder disk in a real file; below `.cache`, because a folder in memory has no O_DIRECT. */
export function makeRecorderDisk(t: TestContext): string {
  const folder = mkdtempSync(join(process.cwd(), '.cache', 'mailbox-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, 'recorder.img');
  writeFileSync(path, '');
  truncateSync(path, DISK_BYTES);
  const plan = planFormat({ diskBytes: DISK_BYTES, diskUuid: DISK_UUID, app: 'web', createdWallUs: 1 });
  assert.ok(plan.ok);
  const image = readFileSync(path);
  for (const { offsetBytes, bytes } of plan.writes) image.set(bytes, offsetBytes);
  writeFileSync(path, image);
  return path;
}

/** The agent's own recorder lane on that file, which echoes pings and lets a test answer the rest. */
export function startRecorderAgent(
  t: TestContext,
  path: string,
  o: { runId?: number; answer?: (request: cherub.Request) => cherub.Answer.$Properties | undefined } = {},
): { lane: RecorderLane; requests: cherub.Request[]; end: () => Promise<void> } {
  const clock = new NodeClock();
  const runId = o.runId ?? 1;
  const maker = new RecordMaker({ clock, bootId: new Uint8Array(16).fill(1), runId });
  const requests: cherub.Request[] = [];
  const lane: RecorderLane = new RecorderLane({
    port: new NodeDisks(),
    clock,
    writer: { bootId: BOOT_ID, runId },
    wish: {
      disk: path,
      adopt: false,
      app: 'web',
      newDiskUuid: () => DISK_UUID,
      wallUs: () => clock.wallUs(),
    },
    mailboxUs: 20_000,
    counters: { recordsWritten: 0, recordsDropped: 0, recorderErrors: 0, mailboxInvalid: 0 },
    after: undefined,
    onProblem: () => {},
    onNote: () => {},
    onRequest: (bytes) => {
      const decoded = decodeMessage(cherub.Request, bytes);
      assert.ok(decoded.ok);
      requests.push(decoded.message);
      const { id, ping } = decoded.message;
      const echo = { requestId: id, code: cherub.Code.CODE_OK, pong: ping ?? null };
      const answer = o.answer === undefined ? echo : o.answer(decoded.message);
      if (answer !== undefined) lane.push(maker.make({ answer }));
    },
  });
  lane.push(maker.make({ start: { app: 'web' } }));
  const timer = setInterval(() => lane.tick(), 10);
  const end = async (): Promise<void> => {
    clearInterval(timer);
    await lane.close();
  };
  t.after(end);
  return { lane, requests, end };
}
