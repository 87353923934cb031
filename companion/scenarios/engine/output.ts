import type { PassedOver } from './choose-transport.ts';
import type { Outcome, Transport } from './scenario.ts';

/** What the engine wants done, or tells. */
export type EngineOutput =
  | {
      readonly kind: 'startProbe';
      readonly runId: number;
      readonly scenario: string;
      readonly app: string;
      readonly transport: Transport;
      readonly passedOver: readonly PassedOver[];
      readonly timeoutMs: number;
    }
  /** Stop it; what it says from now on is not listened to. */
  | { readonly kind: 'abandon'; readonly runId: number; readonly reason: string }
  | {
      readonly kind: 'change';
      readonly scenario: string;
      readonly app: string;
      readonly from: Outcome;
      readonly to: Outcome;
      readonly reason: string;
    }
  | {
      readonly kind: 'runDiagnosis';
      readonly script: string;
      readonly scenario: string;
      readonly app: string;
      readonly reason: string;
    };
