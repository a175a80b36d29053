/** Z, an offset, or the name of UTC or of an American zone at the end of a time. */
const zone = /(?:Z|GMT|UTC|[ECMP][SD]T|:\d\d(?:\.\d+)?\s*[+-]\d\d:?\d\d)(?:\s*\([^)]*\))?$/i;
/** What .NET writes for a time that was never set or never comes, in the formats that it has for one; 1601 is that of Windows. */
const neverSet =
  /^(?:0001|1601)-01-01|^0?1[/.]0?1[/.](?:0001|1601)\b|^9999-12-31|^12\/31\/9999\b|^31\.12\.9999\b/;

/**
 * A time as services write it. One without a zone is in UTC, whatever the time zone of the browser. `undefined` for what is none,
 * for one that stands for a time that was never set, and for a day that no calendar has.
 */
export function dateFromText(value: string): Date | undefined {
  const text = value.trim();
  if (text.length > 100) {
    return undefined; // No time is that long, and reading it would take long.
  }
  const [, day, time] =
    /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?)(?: ?(?:Z|UTC|GMT))?$/i.exec(text) ?? [];
  const hasZone = zone.test(text) || /^\d{4}-\d\d-\d\d$/.test(text);
  const date = new Date(day && time ? `${day}T${time}Z` : hasZone ? text : `${text} UTC`);
  return Number.isNaN(date.getTime()) || neverSet.test(text) || !isInCalendar(text) ? undefined : date;
}

/** JavaScript takes February 30 for March 2. What begins with no date in numbers is left to it. */
function isInCalendar(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)/.exec(text) ?? [];
  const [, usMonth = month, usDay = day, usYear = year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})/.exec(text) ?? [];
  return (
    usDay === undefined ||
    new Date(Date.UTC(Number(usYear), Number(usMonth) - 1, Number(usDay))).getUTCDate() === Number(usDay)
  );
}
