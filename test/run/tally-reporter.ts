import type { TestEvent } from 'node:test/reporters';

/** One finished test, as a line of the tally file. */
export interface TallyRow {
  readonly name: string;
  readonly file: string | undefined;
  readonly outcome: 'passed' | 'failed' | 'skipped';
  readonly seconds: number;
}

/** A reporter for `node --test`: one JSON line for each finished leaf test; suites do not count. */
async function* tally(source: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  for await (const event of source) {
    if (event.type !== 'test:pass' && event.type !== 'test:fail') continue;
    const { data } = event;
    if (data.details.type === 'suite') continue;
    const skipped = Boolean(data.skip) || Boolean(data.todo);
    const row: TallyRow = {
      name: data.name,
      file: data.file,
      outcome: skipped ? 'skipped' : event.type === 'test:pass' ? 'passed' : 'failed',
      seconds: data.details.duration_ms / 1000,
    };
    yield `${JSON.stringify(row)}\n`;
  }
}

// node:test loads a reporter by its default export.
// biome-ignore lint/style/noDefaultExport: required by node:test
export default tally;
