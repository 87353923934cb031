/** The answer to `q` (kernel/time/timer_list.c). Times are nanoseconds of the clock that they belong to. */
export interface TimersShown {
  readonly kind: 'timers';
  readonly nowNs?: number;
  readonly cpus: readonly TimerCpu[];
  readonly devices: readonly TickDevice[];
}

export interface TimerCpu {
  readonly cpu: number;
  readonly clocks: readonly TimerClock[];
  /** By the kernel's names: `expires_next`, `nr_hangs`, `tick_stopped`; the number, without its unit. */
  readonly values: Readonly<Record<string, string>>;
}

export interface TimerClock {
  readonly index: number;
  /** `ktime_get`, `ktime_get_real`, … */
  readonly clock?: string;
  readonly timers: readonly ShownTimer[];
}

export interface ShownTimer {
  readonly function: string;
  /** Earliest and latest. */
  readonly softExpiresNs?: number;
  readonly expiresNs?: number;
  /** From now; negative: overdue. */
  readonly inNs?: number;
}

export interface TickDevice {
  /** Absent: the broadcast device. */
  readonly cpu?: number;
  readonly name?: string;
  /** By the kernel's names: `mode`, `next_event`, `event_handler`. */
  readonly values: Readonly<Record<string, string>>;
}

const ITEMS_MAX = 4096;
const VALUES_MAX = 64;

const NOW = /^now at (\d{1,20}) nsecs/u;
const CPU = /^cpu: (\d{1,5})$/u;
const CLOCK = /^clock (\d{1,3}):$/u;
const TIMER = /^#(\d{1,7}):(?: <[^>]{1,32}>,)? ?([\w.]{1,160})?/u;
const FUNCTION = /^([A-Za-z_][\w.]{0,159})$/u;
const EXPIRES = /^# expires at (\d{1,20})-(\d{1,20}) nsecs \[in (-?\d{1,20}) to -?\d{1,20} nsecs\]/u;
const VALUE = /^\.(\w{1,40}) *: *(\S{0,160})/u;
const DEVICE = /^(?:Per CPU device: (\d{1,5})|Broadcast device)$/u;
const DEVICE_VALUE = /^([a-z_]{1,32}(?: stopped)?): *(\S{0,160})/u;

type Values = Record<string, string>;
interface Cpu extends TimerCpu {
  clocks: Clock[];
  values: Values;
}
interface Clock extends TimerClock {
  clock?: string;
  timers: Timer[];
}
type Timer = { -readonly [Name in keyof ShownTimer]: ShownTimer[Name] };
interface Device extends TickDevice {
  name?: string;
  values: Values;
}

export function parseTimers(lines: readonly string[]): { shown: TimersShown; problems: string[] } {
  const reader = new TimersReader();
  for (const line of lines) reader.read(line.trim());
  const { shown } = reader;
  const problems: string[] = [];
  if (shown.cpus.length === 0) problems.push('no processor was shown');
  // The last value of a device.
  const whole = shown.devices.filter(({ values }) => values['retries'] !== undefined);
  const told = new Set(whole.map(({ cpu }) => cpu));
  const untold = shown.cpus.filter(({ cpu }) => !told.has(cpu));
  if (untold.length > 0) {
    problems.push(
      `no whole tick device of CPU ${untold
        .slice(0, 16)
        .map(({ cpu }) => cpu)
        .join(', ')}`,
    );
  }
  return { shown, problems };
}

class TimersReader {
  readonly #cpus: Cpu[] = [];
  readonly #devices: Device[] = [];
  #nowNs: number | undefined;
  #timer: Timer | undefined;
  /** Before 6.0 each word of a line comes on a line of its own; this one's value is the next. */
  #awaits: ((text: string) => void) | undefined;

  get shown(): TimersShown {
    return {
      kind: 'timers',
      ...(this.#nowNs !== undefined && { nowNs: this.#nowNs }),
      cpus: this.#cpus,
      devices: this.#devices,
    };
  }

  read(text: string): void {
    if (text === '') return;
    const awaits = this.#awaits;
    this.#awaits = undefined;
    if (awaits !== undefined && FUNCTION.test(text)) awaits(text);
    else if (this.#devices.length > 0 || DEVICE.test(text)) this.#readDevice(text);
    else this.#readCpu(text);
  }

  #readCpu(text: string): void {
    this.#nowNs ??= toNumber(NOW.exec(text)?.[1]);
    const cpu = CPU.exec(text)?.[1];
    if (cpu !== undefined && this.#cpus.length < ITEMS_MAX) {
      this.#cpus.push({ cpu: Number(cpu), clocks: [], values: {} });
      this.#timer = undefined;
      return;
    }
    const last = this.#cpus.at(-1);
    if (last === undefined) return;
    const clock = CLOCK.exec(text)?.[1];
    if (clock !== undefined && last.clocks.length < ITEMS_MAX) {
      last.clocks.push({ index: Number(clock), timers: [] });
      return;
    }
    this.#readClock(last, text);
  }

  #readClock(cpu: Cpu, text: string): void {
    const clock = cpu.clocks.at(-1);
    const value = VALUE.exec(text);
    if (value !== null) {
      const [, name = '', content = ''] = value;
      if (name === 'get_time' && clock !== undefined) {
        if (content !== '') clock.clock = content;
        else
          this.#awaits = (word) => {
            clock.clock = word;
          };
      } else if (!['base', 'index', 'resolution', 'offset'].includes(name)) keep(cpu.values, name, content);
      return;
    }
    this.#readTimer(clock, text);
  }

  #readTimer(clock: Clock | undefined, text: string): void {
    const expires = EXPIRES.exec(text);
    if (expires !== null) {
      const timer = this.#timer;
      if (timer === undefined) return;
      timer.softExpiresNs = Number(expires[1]);
      timer.expiresNs = Number(expires[2]);
      timer.inNs = Number(expires[3]);
      return;
    }
    const begin = TIMER.exec(text);
    if (begin === null || clock === undefined || clock.timers.length >= ITEMS_MAX) {
      // The address and the comma before the function come on lines of their own, too.
      const timer = this.#timer;
      if (timer?.function === '' && FUNCTION.test(text)) timer.function = text;
      return;
    }
    const timer: Timer = { function: begin[2] ?? '' };
    clock.timers.push(timer);
    this.#timer = timer;
  }

  #readDevice(text: string): void {
    const begin = DEVICE.exec(text);
    if (begin !== null) {
      if (this.#devices.length >= ITEMS_MAX) return;
      const cpu = begin[1];
      this.#devices.push({ ...(cpu !== undefined && { cpu: Number(cpu) }), values: {} });
      return;
    }
    const device = this.#devices.at(-1);
    if (device === undefined) return;
    if (text.startsWith('Clock Event Device:')) {
      const name = text.slice('Clock Event Device:'.length).trim();
      if (name !== '') device.name = name.slice(0, 160);
      else
        this.#awaits = (word) => {
          device.name = word;
        };
      return;
    }
    const value = DEVICE_VALUE.exec(text);
    if (value === null) return;
    const [, name = '', content = ''] = value;
    if (content !== '') keep(device.values, name, content);
    else this.#awaits = (word) => keep(device.values, name, word);
  }
}

function keep(values: Values, name: string, value: string): void {
  if (name !== '__proto__' && !Object.hasOwn(values, name) && Object.keys(values).length < VALUES_MAX) {
    values[name] = value;
  }
}

function toNumber(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Number(text);
}
