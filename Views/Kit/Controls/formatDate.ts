import { Findings } from "../Screens/Findings.resjson";
import { regional } from "./regionalFormat";

const dateTimes = regional(
  (locale) => new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" }),
);
const times = regional((locale) => new Intl.DateTimeFormat(locale, { timeStyle: "medium" }));
const days = regional((locale) => new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "UTC" }));

/** Date and time in the user's time zone, for columns whose header names it; a dash when not known. */
export function formatDate(date: Date | undefined): string {
  return date ? dateTimes.current().format(date) : Findings.unknownValue;
}

/** Date and time with the offset that the user's time zone had then: `Jul 15, 2026, 10:00 AM (UTC+02:00)`. */
export function formatMoment(date: Date | undefined): string {
  return date ? `${formatDate(date)} (${utcOffset(date)})` : Findings.unknownValue;
}

/** The UTC day of a date, in any time zone of the user. */
export function formatDay(date: Date): string {
  return days.current().format(date);
}

export function formatTime(date: Date): string {
  return times.current().format(date);
}

/**
 * The user's time zone by a name that holds in summer and in winter, for headers: `Central European Time`. An offset would be
 * wrong for half of the values below. A zone without a name has one offset for the whole year: `UTC+03:00`.
 */
export function timeZoneName(at: Date, timeZone?: string): string {
  const name = zonePart(at, "longGeneric", timeZone);
  return name === "" || name.startsWith("GMT") ? utcOffset(at, timeZone) : name;
}

/** Offset of the user's time zone, or another, at a moment: `UTC+02:00`, or `UTC` where there is none. */
export function utcOffset(at: Date, timeZone?: string): string {
  return zonePart(at, "longOffset", timeZone).replace(/^GMT(?:[+-]00:00)?/, "UTC");
}

/** In English, as all texts of the page. */
function zonePart(at: Date, timeZoneName: "longGeneric" | "longOffset", timeZone?: string): string {
  const parts = new Intl.DateTimeFormat("en-US", {
    timeZoneName,
    ...(timeZone === undefined ? {} : { timeZone }),
  }).formatToParts(at);
  return parts.find(({ type }) => type === "timeZoneName")?.value ?? "";
}
