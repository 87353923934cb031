import type { LabelState } from '#protocol/label/label.ts';
import { cherub } from '#protocol/messages/generated/cherub.js';

/** The state of a label as the enum of the messages. */
export function stateOf(state: LabelState): cherub.State {
  switch (state) {
    case 'starting':
      return cherub.State.STATE_STARTING;
    case 'ok':
      return cherub.State.STATE_OK;
    case 'degraded':
      return cherub.State.STATE_DEGRADED;
    case 'stopping':
      return cherub.State.STATE_STOPPING;
    default:
      return state satisfies never;
  }
}
