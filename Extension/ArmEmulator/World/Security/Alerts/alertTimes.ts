import type { Random } from "../../random";

const minute = 60_000;
const days30 = 30 * 24 * 60;

interface AlertTimes {
  readonly startTimeUtc: string;
  readonly endTimeUtc: string;
  readonly timeGeneratedUtc: string;
  readonly processingEndTimeUtc: string;
}

/**
 * Times of an alert of the last 30 days, each not before the one above it, none in the future. `minutesAgo` is when its activity
 * began; absent: at any time.
 */
export function alertTimes(now: Date, random: Random, minutesAgo?: number): AlertTimes {
  const age = minutesAgo ?? 60 + random.whole(days30 - 60);
  const start = now.getTime() - age * minute;
  const after = (minutes: number) => new Date(start + Math.min(minutes, age) * minute).toISOString();
  return {
    startTimeUtc: after(0),
    endTimeUtc: after(random.whole(50)),
    timeGeneratedUtc: after(52),
    processingEndTimeUtc: after(55 + random.whole(600)),
  };
}

/** Ticks of 100 ns from year 1 to the end of year 9999: what .NET calls the greatest date. */
const greatestTicks = 3_155_378_975_999_999_999n;
const ticksOf1970 = 621_355_968_000_000_000n;

/** Names of alerts begin with the time that is left until the greatest date, so that the newest sort first. */
export function alertNamePrefix(startTimeUtc: string): string {
  const ticks = ticksOf1970 + BigInt(Date.parse(startTimeUtc)) * 10_000n;
  return String(greatestTicks - ticks);
}
