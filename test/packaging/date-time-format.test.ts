import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import fc from 'fast-check';
import { CherubDateTimeFormat } from '../../packaging/build/shims/date-time-format.ts';

// The two shapes that node-cron asks for (dist/_shared.cjs: getPartsFormatter, getOffsetFormatter).
const PARTS = {
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  weekday: 'short',
  hour12: false,
} as const;
const OFFSET = { timeZone: undefined, timeZoneName: 'shortOffset' } as const;

const ZONES = [
  'UTC',
  'Europe/Berlin',
  'America/St_Johns',
  'Asia/Kathmandu',
  'Pacific/Apia',
  'Africa/Monrovia',
];

// 1980 to 2100: earlier, some zones were off by odd seconds, which `Date` rounds.
const anyTime = fc.integer({ min: Date.UTC(1980), max: Date.UTC(2100) });

const zoneBefore = process.env['TZ'];
after(() => {
  if (zoneBefore === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zoneBefore;
});

type Parts = readonly { readonly type: string; readonly value: string }[];

/** Order and the midnight spelling (`24` or `00`) mean nothing to node-cron. */
function asNodeCronReads(parts: Parts): Record<string, string> {
  const read: Record<string, string> = {};
  for (const { type, value } of parts) {
    if (type !== 'literal') read[type] = type === 'hour' && value === '24' ? '00' : value;
  }
  return read;
}

describe('the stand-in for Intl.DateTimeFormat', () => {
  for (const zone of ZONES) {
    test(`reads every date as the real one does, in ${zone}`, () => {
      process.env['TZ'] = zone;
      fc.assert(
        fc.property(anyTime, (ms) => {
          const date = new Date(ms);
          const real = new Intl.DateTimeFormat('en-US', PARTS).formatToParts(date);
          const ours = new CherubDateTimeFormat('en-US', {}).formatToParts(date);
          assert.deepEqual(asNodeCronReads(ours), asNodeCronReads(real));
        }),
      );
    });

    test(`knows the offset from GMT as the real one does, in ${zone}`, () => {
      process.env['TZ'] = zone;
      fc.assert(
        fc.property(anyTime, (ms) => {
          const date = new Date(ms);
          const name = (parts: Parts): string | undefined =>
            parts.find((part) => part.type === 'timeZoneName')?.value.replace(/^GMT\+0$/, 'GMT');
          const real = new Intl.DateTimeFormat('en-US', OFFSET).formatToParts(date);
          assert.equal(name(new CherubDateTimeFormat('en-US', OFFSET).formatToParts(date)), name(real));
        }),
      );
    });
  }

  test('knows UTC whatever the local zone is', () => {
    process.env['TZ'] = 'Asia/Kathmandu';
    const parts = asNodeCronReads(
      new CherubDateTimeFormat('en-US', { timeZone: 'UTC' }).formatToParts(new Date(0)),
    );
    assert.equal(parts['hour'], '00');
    assert.equal(parts['year'], '1970');
  });

  test('refuses another zone as the real one refuses a zone that does not exist', () => {
    assert.throws(() => new CherubDateTimeFormat('en-US', { timeZone: 'Europe/Berlin' }), RangeError);
  });
});
