import type { UiFleet, UiLog } from '#companion/controller/page/ui-types.ts';

/** Every console line of the one app that a controller's page shows, oldest first. */
export async function readConsoleLog(pageUrl: string): Promise<string[]> {
  const get = async <T>(path: string): Promise<T> => (await (await fetch(`${pageUrl}${path}`)).json()) as T;
  const [app] = (await get<UiFleet>('/api/ui/apps')).apps;
  if (app === undefined) return [];
  const lines: string[] = [];
  let before = '';
  for (;;) {
    const page = await get<UiLog>(`/api/ui/apps/${app.id}/log?kinds=console&limit=1000${before}`);
    lines.unshift(...page.lines.map(({ content }) => content));
    const [oldest] = page.lines;
    if (oldest === undefined) return lines;
    before = `&before=${oldest.id}`;
  }
}
