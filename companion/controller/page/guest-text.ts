import { h } from './dom.ts';
import { safeTextPieces } from './safe-text.ts';

/** Text from a guest as an element of its own: isolated in direction, invisible characters made visible. */
export function guestText(text: string, className = ''): HTMLElement {
  const element = h('bdi', { class: `guest ${className}`.trim(), dir: 'ltr' });
  for (const piece of safeTextPieces(text)) {
    element.append(piece.escape ? h('span', { class: 'escape' }, piece.text) : piece.text);
  }
  return element;
}
