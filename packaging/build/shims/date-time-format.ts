/**
 * Stands in for `Intl.DateTimeFormat` in the agent, where node-cron reads the parts of a date through it.
 *
 * The real one loads ICU's locale data, 7 to 9 MB resident, to answer what `Date` knows already. This one knows
 * the local time zone and UTC, English, and the two shapes that node-cron asks for (its dist/_shared.cjs): the parts of
 * a date, and the offset from GMT. It refuses every other time zone by a RangeError, as the real one refuses one
 * that does not exist.
 */

interface Part {
  readonly type: string;
  readonly value: string;
}

interface Options {
  readonly timeZone?: string | undefined;
  readonly timeZoneName?: string | undefined;
}

const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

const twoDigits = (value: number): string => String(value).padStart(2, '0');

export class CherubDateTimeFormat {
  readonly #utc: boolean;
  readonly #offsetOnly: boolean;

  /** @throws RangeError for a time zone other than UTC */
  constructor(_locale?: string, options: Options = {}) {
    const zone = options.timeZone;
    if (zone !== undefined && !/^(?:UTC|Etc\/UTC|GMT)$/i.test(zone)) {
      throw new RangeError(`this build knows the local time zone and UTC, not ${zone}`);
    }
    this.#utc = zone !== undefined;
    this.#offsetOnly = options.timeZoneName !== undefined;
  }

  /** As the real one, without the parts of type `literal` between them. */
  formatToParts(date: Date): Part[] {
    const offsetMinutes = this.#utc ? 0 : -date.getTimezoneOffset();
    // Shifted by the offset, the UTC getters give local time: one look at the time zone for all parts.
    const shifted = new Date(date.getTime() + offsetMinutes * 60_000);
    const day = { type: 'day', value: twoDigits(shifted.getUTCDate()) };
    const month = { type: 'month', value: twoDigits(shifted.getUTCMonth() + 1) };
    const year = { type: 'year', value: String(shifted.getUTCFullYear()) };
    if (this.#offsetOnly)
      return [month, day, year, { type: 'timeZoneName', value: shortOffset(offsetMinutes) }];
    return [
      { type: 'weekday', value: WEEKDAYS[shifted.getUTCDay()] ?? '' },
      month,
      day,
      year,
      { type: 'hour', value: twoDigits(shifted.getUTCHours()) },
      { type: 'minute', value: twoDigits(shifted.getUTCMinutes()) },
      { type: 'second', value: twoDigits(shifted.getUTCSeconds()) },
    ];
  }

  /** Only what callers look at to learn the name of the time zone. */
  resolvedOptions(): { locale: string; timeZone: string } {
    return { locale: 'en-US', timeZone: this.#utc ? 'UTC' : (process.env['TZ'] ?? '') };
  }
}

/** `GMT`, `GMT+2`, `GMT-3:30`. */
function shortOffset(minutes: number): string {
  if (minutes === 0) return 'GMT';
  const size = Math.abs(minutes);
  const rest = size % 60 === 0 ? '' : `:${twoDigits(size % 60)}`;
  return `GMT${minutes < 0 ? '-' : '+'}${Math.floor(size / 60)}${rest}`;
}
