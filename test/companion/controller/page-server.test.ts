import assert from 'node:assert/strict';
import { type IncomingHttpHeaders, request } from 'node:http';
import { after, before, test } from 'node:test';
import { makeEntry } from '#test/support/make-entry.ts';
import { startController, type TestController } from '#test/support/start-controller.ts';

let controller: TestController;
before(async () => {
  controller = await startController();
  await controller.sink().deliver([makeEntry()], new AbortController().signal);
});
after(async () => {
  await controller.end();
});

function send(
  path: string,
  o: { method?: string; headers?: Record<string, string> } = {},
): Promise<{ status: number; headers: IncomingHttpHeaders; text: string }> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(controller.pageUrl);
    const outgoing = request({ hostname, port, path, agent: false, ...o }, (answer) => {
      let text = '';
      answer.on('data', (chunk) => {
        text += String(chunk);
      });
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text }));
    });
    outgoing.on('error', reject);
    outgoing.end();
  });
}

test('every answer carries a policy that runs no script but our own', async () => {
  for (const path of ['/', '/page.js', '/api/ui/apps', '/nothing']) {
    const { headers } = await send(path);
    const policy = String(headers['content-security-policy']);
    assert.match(policy, /default-src 'none'/u);
    assert.match(policy, /script-src 'self'/u);
    assert.doesNotMatch(policy, /unsafe|\*/u);
    assert.equal(headers['x-content-type-options'], 'nosniff');
  }
});

test('the page names no other host', async () => {
  const { text } = await send('/');
  assert.doesNotMatch(text, /(?:src|href)="(?:https?:)?\/\//u);
});

test('a name that somebody else pointed at loopback is refused', async () => {
  for (const host of ['evil.example', 'localhost.evil.example', '127.0.0.1.evil.example:8080', '10.0.0.1']) {
    const answer = await send('/api/ui/apps', { headers: { host } });
    assert.ok(answer.status === 403 || answer.status === 400, host);
  }
  for (const host of ['localhost', 'localhost:8080', '127.0.0.1:1', '[::1]:8080']) {
    assert.equal((await send('/', { headers: { host } })).status, 200, host);
  }
});

test('the page only reads', async () => {
  for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS']) {
    assert.equal((await send('/api/ui/apps', { method })).status, 405, method);
  }
});

test('a file is sent once and then only confirmed', async () => {
  const first = await send('/page.js');
  assert.equal(first.status, 200);
  const again = await send('/page.js', { headers: { 'if-none-match': String(first.headers.etag) } });
  assert.equal(again.status, 304);
  assert.equal(again.text, '');
});

test('what does not exist is 404 and what cannot be understood is 400, both in JSON', async () => {
  for (const path of [
    '/x',
    '/../etc/passwd',
    '/api/ui/x',
    '/api/ui/apps/99',
    '/api/ui/apps/99/log',
    '/api/ui/apps/1/x',
    '/api/ui/apps/1/snapshot',
  ]) {
    const answer = await send(path);
    assert.equal(answer.status, 404, path);
    assert.ok(JSON.parse(answer.text).error);
  }
  const bad = [
    '/api/ui/apps/1/timeline',
    '/api/ui/apps/1/timeline?from=5&to=5',
    '/api/ui/apps/1/timeline?from=0&to=9e15',
    '/api/ui/apps/1/timeline?from=0&to=99999999999',
    '/api/ui/apps/1/series?from=0&to=10&points=1',
    '/api/ui/apps/1/series?from=0&to=10&points=9999999',
    '/api/ui/apps/1/log?limit=0',
    '/api/ui/apps/1/log?limit=1001',
    '/api/ui/apps/1/log?kinds=snapshot',
    '/api/ui/apps/1/log?before=x',
    `/api/ui/apps/1/log?text=${'x'.repeat(201)}`,
  ];
  for (const path of bad) {
    const answer = await send(path);
    assert.equal(answer.status, 400, path);
    assert.match(JSON.parse(answer.text).error, /\S/u);
  }
});

test('an open page is told what changed', async () => {
  const { hostname, port } = new URL(controller.pageUrl);
  const text = await new Promise<string>((resolve, reject) => {
    let seen = '';
    const outgoing = request({ hostname, port, path: '/api/ui/events' }, (answer) => {
      assert.equal(answer.headers['content-type'], 'text/event-stream');
      answer.on('data', (chunk) => {
        seen += String(chunk);
        if (!seen.includes('event: change')) return;
        outgoing.destroy();
        resolve(seen);
      });
      void controller
        .sink()
        .deliver([makeEntry({ id: 'new', content: 'news' })], new AbortController().signal);
    });
    outgoing.on('error', reject);
    outgoing.end();
  });
  assert.match(text, /event: change\ndata: \[\{"app":1,"kinds":\["console"\]\}\]\n\n/u);
});

test('too many open pages are told so', async () => {
  const { hostname, port } = new URL(controller.pageUrl);
  const open = await Promise.all(
    Array.from(
      { length: 70 },
      () =>
        new Promise<{ status: number; end: () => void }>((resolve, reject) => {
          const outgoing = request({ hostname, port, path: '/api/ui/events', agent: false }, (answer) => {
            answer.on('error', () => {});
            resolve({ status: answer.statusCode ?? 0, end: () => outgoing.destroy() });
          });
          outgoing.on('error', reject);
          outgoing.end();
        }),
    ),
  );
  const statuses = open.map((one) => one.status);
  for (const one of open) one.end();
  assert.equal(statuses.filter((status) => status === 200).length, 64);
  assert.equal(statuses.filter((status) => status === 503).length, 6);
});
