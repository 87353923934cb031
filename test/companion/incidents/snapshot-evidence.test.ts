import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { toIncidentVerdict } from '#companion/incidents/incident-verdict.ts';
import { isPartPath, partWord } from '#companion/incidents/part-path.ts';
import { snapshotEvidence } from '#companion/incidents/snapshot-evidence.ts';
import { cherub } from '#protocol/messages/generated/cherub.js';
import { messageToJson } from '#protocol/messages/to-json.ts';

describe('evidence out of snapshots', () => {
  it('draws the figures and lists the tasks of records as the agent writes them', () => {
    const record = cherub.Record.decode(
      cherub.Record.encode({
        snapshot: {
          load: { load1: 0.5 },
          memory: { totalBytes: 1000, availableBytes: 250 },
          ioSome: { avg10: 12 },
          blocked: [{ pid: 7, comm: 'jbd2', wchan: 'io_schedule', stack: ['a', 'b'], seenMs: 20_000 }],
          filesystems: [
            {
              mount: '/',
              type: 'ext4',
              totalBytes: 2048,
              availableBytes: 1024,
              readOnly: true,
              staleMs: 9000,
            },
          ],
          kernelLog: [{ text: 'task blocked' }],
        },
      }).finish(),
    );
    const evidence = snapshotEvidence([{ atMs: 5, text: JSON.stringify(messageToJson(record)) }]);
    assert.deepEqual(evidence.snapshots, [{ atMs: 5, load1: 0.5, memoryAvailable: 25, pressureIo: 12 }]);
    assert.deepEqual(
      evidence.tables?.map(({ rows }) => rows),
      [
        [['7', 'jbd2', 'io_schedule', '20 s', 'a ← b']],
        [['/', 'ext4', '1.0 KiB', '2.0 KiB', 'read-only, has not answered for 9 s']],
      ],
    );
    assert.deepEqual(evidence.texts?.[0]?.lines, ['task blocked']);
  });

  it('takes whatever a guest wrote', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.json(), fc.string())), (texts) => {
        const found = snapshotEvidence(texts.map((text, i) => ({ atMs: i, text })));
        assert.equal(found.snapshots?.length, texts.length);
      }),
    );
  });
});

describe('the verdict of an incident', () => {
  it('has the wall clock of the host instead of the clock of the ladder', () => {
    const signal = { id: 's', source: 'qmp', rung: 'vcpu', state: 'dead', ageMs: 10, reason: 'r' } as const;
    const verdict = toIncidentVerdict(
      {
        state: 'dead',
        rung: 'vcpu',
        sinceMs: 900,
        lastAliveMs: 800,
        votes: [{ signal, counts: true, why: 'w' }],
        reason: 'x',
      },
      { ladderMs: 1000, wallMs: 50_000 },
    );
    assert.deepEqual(verdict, {
      state: 'dead',
      rung: 'vcpu',
      sinceMs: 49_900,
      lastAliveMs: 49_800,
      reason: 'x',
      votes: [
        {
          id: 's',
          source: 'qmp',
          rung: 'vcpu',
          state: 'dead',
          atMs: 49_990,
          reason: 'r',
          counts: true,
          why: 'w',
        },
      ],
    });
  });
});

describe('the path of a part', () => {
  it('may be made of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        assert.ok(isPartPath(`scenario/${partWord(text)}.txt`), text);
      }),
    );
    assert.equal(partWord('host:port 80'), 'host-port-80');
  });
});
