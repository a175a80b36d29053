import type { AlertDetails } from "../Alerts/alert";

/** Two points in time, the earlier first. */
export interface TimeSpan {
  readonly from: Date;
  readonly to: Date;
}

const minute = 60_000;
const padding = 30 * minute;
const day = 24 * 60 * minute;
/** Dates outside of this are mistakes, and KQL cannot write them all. */
const earliest = Date.UTC(2000, 0);
const latest = Date.UTC(3000, 0);

/**
 * The time in which the logs of an alert are worth reading: its activity and half an hour on both sides, or the day before
 * its last update, or the last day.
 */
export function spanOfAlert({ startTime, endTime, updatedTime }: AlertDetails, now: Date): TimeSpan {
  const activity = [startTime, endTime].map(plausible).filter((time) => time !== undefined);
  if (activity.length > 0) {
    return spanOf(Math.min(...activity) - padding, Math.max(...activity) + padding);
  }
  const end = plausible(updatedTime) ?? now.getTime();
  return spanOf(end - day, end);
}

function plausible(date: Date | undefined): number | undefined {
  const time = date?.getTime() ?? NaN;
  return time >= earliest && time < latest ? time : undefined;
}

function spanOf(from: number, to: number): TimeSpan {
  return { from: new Date(from), to: new Date(to) };
}
