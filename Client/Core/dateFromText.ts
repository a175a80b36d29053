/** Z, an offset, or the name of UTC or of an American zone at the end of a time. */
const zone = /(?:Z|GMT|UTC|[ECMP][SD]T|:\d\d(?:\.\d+)?\s*[+-]\d\d:?\d\d)(?:\s*\([^)]*\))?$/i;
/** What .NET writes for a time that was never set, in the formats that it has for one; 1601 is that of Windows. */
const neverSet = /^(?:0001|1601)-01-01|^0?1[/.]0?1[/.](?:0001|1601)\b/;

/**
 * A time as services write it. One without a zone is in UTC, whatever the time zone of the browser. `undefined` for what is none,
 * and for one that stands for a time that was never set.
 */
export function dateFromText(value: string): Date | undefined {
  const text = value.trim();
  if (text.length > 100) {
    return undefined; // No time is that long, and reading it would take long.
  }
  const [, day, time] = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?)$/.exec(text) ?? [];
  const hasZone = zone.test(text) || /^\d{4}-\d\d-\d\d$/.test(text);
  const date = new Date(day && time ? `${day}T${time}Z` : hasZone ? text : `${text} UTC`);
  return Number.isNaN(date.getTime()) || neverSet.test(text) ? undefined : date;
}
