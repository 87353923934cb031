import type { Level } from '../incidents/incident.ts';

/**
 * What `POST /v1/vms/VM/diagnose?level=disturb` tells, one JSON line each, while a diagnosis runs. The last one is
 * `sealed` or `failed`. Texts may come from a guest.
 */
export type DiagnoseEvent =
  | { readonly kind: 'opened'; readonly incident: string }
  /** `number` of `count`, from 1. */
  | {
      readonly kind: 'step';
      readonly step: string;
      readonly level: Level;
      readonly number: number;
      readonly count: number;
    }
  | { readonly kind: 'part'; readonly path: string; readonly bytes: number }
  | { readonly kind: 'missing'; readonly path: string; readonly reason: string }
  | {
      readonly kind: 'sealed';
      readonly incident: string;
      readonly parts: number;
      readonly missing: number;
    }
  /** `reason`: one line for a person. */
  | { readonly kind: 'failed'; readonly reason: string };
