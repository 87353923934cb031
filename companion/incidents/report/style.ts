/** The whole style of the page; its hash stands in the page's policy, so nothing else can style it. */
export const STYLE = `
:root { color-scheme: light dark; --ground: #f5f6f8; --panel: #fff; --text: #1a1f29; --muted: #5a6474; --edge: #dfe3e9; --grid: #e4e8ee;
  --good: #14794a; --warn: #a15c00; --bad: #c02a46; --soft-bad: #fbe9ec; --soft-warn: #fdf1dd; --accent: #3850c8; --a: #2f6bd0; --b: #8447c7; --c: #c2570c;
  --mono: ui-monospace, "SF Mono", "Cascadia Mono", "DejaVu Sans Mono", Menlo, monospace; }
@media (prefers-color-scheme: dark) { :root { --ground: #0f1217; --panel: #171b22; --text: #e4e8ef; --muted: #98a2b3; --edge: #2a303a; --grid: #262c36;
  --good: #4cc38a; --warn: #f0b04a; --bad: #ff7d92; --soft-bad: #34191f; --soft-warn: #33270f; --accent: #8ea2ff; --a: #6ea4ff; --b: #bb8cf2; --c: #f29a5a; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 20px 24px 48px; max-width: 1080px; background: var(--ground); color: var(--text);
  font: 14px/1.45 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; font-variant-numeric: tabular-nums; }
h1 { margin: 2px 0 6px; font-size: 26px; line-height: 1.2; }
h2 { margin: 28px 0 8px; font-size: 17px; }
h3 { margin: 0; font-size: 14px; }
p { margin: 6px 0; }
a { color: var(--accent); }
pre, code, td, .guest { unicode-bidi: isolate; overflow-wrap: anywhere; }
td:not(:last-child) { overflow-wrap: break-word; }
.key { white-space: nowrap; }
pre, code { font: 12.5px/1.45 var(--mono); }
pre { margin: 6px 0 0; white-space: pre-wrap; }
.muted, .none, .legend, figcaption span { color: var(--muted); }
.panel { background: var(--panel); border: 1px solid var(--edge); border-radius: 8px; padding: 14px 16px; }
.first { border-left: 5px solid var(--muted); }
.first.dead { border-left-color: var(--bad); }
.first.dead h1 { color: var(--bad); }
.first.unknown { border-left-color: var(--warn); }
.facts { display: grid; grid-template-columns: max-content 1fr; gap: 4px 16px; margin: 10px 0 0; }
.facts dt { color: var(--muted); }
.facts dd { margin: 0; min-width: 0; }
.facts ul { margin: 0; padding-left: 18px; }
.culprit { font: 600 15px/1.4 var(--mono); color: var(--bad); }
.notice { margin-top: 10px; padding: 8px 12px; border-radius: 6px; background: var(--soft-warn); }
.stacks { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 460px), 1fr)); gap: 10px; align-items: start; }
.stack.suspect { border-color: var(--bad); background: var(--soft-bad); }
.plots { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 460px), 1fr)); gap: 10px; }
figure { margin: 0; background: var(--panel); border: 1px solid var(--edge); border-radius: 8px; padding: 10px 12px; }
svg { display: block; width: 100%; height: auto; }
svg text { fill: var(--text); font-size: 12px; }
svg .tick, svg .rung { fill: var(--muted); font-size: 11px; }
svg .grid { stroke: var(--grid); }
svg .moment { stroke: var(--bad); stroke-width: 1.5; stroke-dasharray: 4 3; }
svg .alive { fill: var(--good); } svg .dead { fill: var(--bad); } svg .unknown { fill: var(--muted); opacity: .45; }
svg .line { fill: none; stroke-width: 1.8; stroke-linecap: round; stroke-linejoin: round; }
svg .line-1 { stroke: var(--a); } svg .line-2 { stroke: var(--b); } svg .line-3 { stroke: var(--c); }
.swatch { display: inline-block; width: 10px; height: 10px; margin: 0 5px 0 10px; border-radius: 2px; }
.legend .swatch:first-child { margin-left: 0; }
.swatch.alive { background: var(--good); } .swatch.dead { background: var(--bad); } .swatch.unknown { background: var(--muted); opacity: .45; }
.swatch.since { width: 0; height: 12px; border-left: 2px dashed var(--bad); vertical-align: -2px; }
.swatch.line-1 { background: var(--a); } .swatch.line-2 { background: var(--b); } .swatch.line-3 { background: var(--c); }
.scroll { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; }
th, td { padding: 4px 12px 4px 0; text-align: left; vertical-align: top; border-bottom: 1px solid var(--edge); }
th { color: var(--muted); font-weight: 500; }
td.num { text-align: right; white-space: nowrap; }
tr.counts td { font-weight: 600; }
td .alive { color: var(--good); } td .dead { color: var(--bad); } td .unknown { color: var(--warn); }
details { margin-top: 10px; }
summary { cursor: pointer; font-weight: 600; }
details pre { max-height: 480px; overflow: auto; }
@media print { details pre { max-height: none; } }
`;
