import { Findings } from "./Findings.resjson";

const dateTime = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" });
const time = new Intl.DateTimeFormat(undefined, { timeStyle: "medium" });

/** Date and time in the user's locale and time zone; a dash when not known. */
export function formatDate(date: Date | undefined): string {
  return date ? dateTime.format(date) : Findings.unknownValue;
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
