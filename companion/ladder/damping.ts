import type { LadderSettings } from './settings.ts';
import type { VerdictState } from './verdict.ts';

/**
 * How long another verdict must hold before it replaces the one that was given. Bad news with proof, known pauses and
 * starts are taken at once; everything else must not flicker.
 */
export function confirmMs(
  from: VerdictState,
  to: VerdictState,
  o: { readonly isCertain: boolean; readonly isFlapping: boolean; readonly settings: LadderSettings },
): number {
  const { settings } = o;
  switch (to) {
    case 'dead':
      return o.isCertain ? 0 : settings.confirmDeadMs;
    case 'suppressed':
    case 'starting':
      return 0;
    case 'healthy':
      if (from !== 'dead') return 0;
      return o.isFlapping ? settings.confirmFlappingMs : settings.confirmAliveMs;
    case 'unknown':
      if (from !== 'dead' && from !== 'healthy') return 0;
      return o.isFlapping ? settings.confirmFlappingMs : settings.confirmUnknownMs;
  }
}
