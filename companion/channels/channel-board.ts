import type { ChannelName, ChannelState, ChannelView } from './channel.ts';
import { ChannelAge, type Now, type SavedAge } from './channel-age.ts';

/** A channel came into another state. */
export interface ChannelChange {
  readonly channel: ChannelName;
  readonly from: ChannelState;
  readonly to: ChannelState;
  readonly view: ChannelView;
  /** `link: fresh → stale, 32 s without a frame, promised every 10 s` */
  readonly text: string;
}

/**
 * The channels of one VM. Pure: it is told what was seen and asked how things stand, both with the time. The liveness
 * ladder will be its neighbour and read the same views.
 */
export class ChannelBoard {
  readonly #ages: ReadonlyMap<ChannelName, ChannelAge>;
  readonly #states = new Map<ChannelName, ChannelState>();

  /** @param channels those that the config names for this VM */
  constructor(channels: readonly ChannelName[]) {
    this.#ages = new Map(channels.map((channel) => [channel, new ChannelAge(channel)]));
  }

  /** @returns undefined for a channel that the config does not name */
  age(channel: ChannelName): ChannelAge | undefined {
    return this.#ages.get(channel);
  }

  views(now: Now): ChannelView[] {
    return [...this.#ages.values()].map((age) => age.view(now));
  }

  /** What changed since the last call; every channel begins as `unknown`. */
  changes(now: Now): ChannelChange[] {
    const found: ChannelChange[] = [];
    for (const view of this.views(now)) {
      const from = this.#states.get(view.channel) ?? 'unknown';
      if (from === view.state) continue;
      this.#states.set(view.channel, view.state);
      const text = `${view.channel}: ${from} → ${view.state}, ${view.reason}`;
      found.push({ channel: view.channel, from, to: view.state, view, text });
    }
    return found;
  }

  save(): Record<string, SavedAge> {
    const saved: Record<string, SavedAge> = {};
    for (const [channel, age] of this.#ages) {
      const each = age.save();
      if (each !== undefined) saved[channel] = each;
    }
    return saved;
  }
}
