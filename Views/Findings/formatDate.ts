import { Findings } from "./Findings.resjson";

const dateTime = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" });
const time = new Intl.DateTimeFormat(undefined, { timeStyle: "medium" });
const day = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeZone: "UTC" });

/** Date and time in the user's locale and time zone; a dash when not known. */
export function formatDate(date: Date | undefined): string {
  return date ? dateTime.format(date) : Findings.unknownValue;
}

/** The day of a date that is one in UTC, whatever the user's time zone. */
export function formatDay(date: Date): string {
  return day.format(date);
}

export function formatTime(date: Date): string {
  return time.format(date);
}

/** Offset of the user's time zone at a moment, for headers: `UTC+02:00`. */
export function utcOffset(at: Date): string {
  const minutes = -at.getTimezoneOffset();
  const sign = minutes < 0 ? "-" : "+";
  const two = (value: number) => String(Math.floor(Math.abs(value))).padStart(2, "0");
  return `UTC${sign}${two(minutes / 60)}:${two(minutes % 60)}`;
}
