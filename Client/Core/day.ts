/**
 * Days of the calendar as Defender for Cloud keeps due dates: in UTC. A `Date` that stands for a day is its midnight there; all
 * counting is in whole days, so that no time zone and no clock change can move it.
 */

const millisecondsPerDay = 86_400_000;

/** Days since 1970 in UTC. */
export function dayNumber(date: Date): number {
  return Math.floor(date.getTime() / millisecondsPerDay);
}

/** The day that is so many days after another; negative: before it. */
export function daysAfter(date: Date, days: number): Date {
  return new Date((dayNumber(date) + days) * millisecondsPerDay);
}

/** Whole days from one day to another: 0 for the same day, negative when it has passed. */
export function daysBetween(from: Date, to: Date): number {
  return dayNumber(to) - dayNumber(from);
}

/** The day that a date picker shows: pickers speak of days in the time zone of the browser. */
export function dayPicked(local: Date): Date {
  return new Date(Date.UTC(local.getFullYear(), local.getMonth(), local.getDate()));
}

/** What to give to a date picker so that it shows a day. Noon, because some days have no midnight in some time zones. */
export function dayToPick(day: Date): Date {
  return new Date(day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate(), 12);
}
