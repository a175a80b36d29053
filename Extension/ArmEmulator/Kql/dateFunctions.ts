import { asDate, asNumber, asText } from "./values";

const millisecondsPer: Readonly<Record<string, number>> = {
  millisecond: 1,
  second: 1000,
  minute: 60_000,
  hour: 3_600_000,
  day: 86_400_000,
  week: 604_800_000,
};

/** Whole periods between two dates; months and years by the calendar, in UTC. */
function difference(period: string, left: Date, right: Date): number | null {
  const months =
    (left.getUTCFullYear() - right.getUTCFullYear()) * 12 + left.getUTCMonth() - right.getUTCMonth();
  if (period === "year") {
    return left.getUTCFullYear() - right.getUTCFullYear();
  }
  if (period === "month") {
    return months;
  }
  const size = millisecondsPer[period];
  return size === undefined ? null : Math.floor(left.getTime() / size) - Math.floor(right.getTime() / size);
}

function format(date: Date, pattern: string): string {
  const two = (value: number) => String(value).padStart(2, "0");
  const parts: Readonly<Record<string, string>> = {
    yyyy: String(date.getUTCFullYear()),
    MM: two(date.getUTCMonth() + 1),
    dd: two(date.getUTCDate()),
    HH: two(date.getUTCHours()),
    mm: two(date.getUTCMinutes()),
    ss: two(date.getUTCSeconds()),
  };
  return pattern.replace(/yyyy|MM|dd|HH|mm|ss/g, (part) => parts[part] ?? part);
}

/** Functions of dates. All dates are UTC, as in Kusto. */
export const dateFunctions: Readonly<Record<string, (args: readonly unknown[], now: Date) => unknown>> = {
  ago: ([span], now) => new Date(now.getTime() - (asNumber(span) ?? 0)),
  datetime_diff: ([period, left, right]) => {
    const [from, to] = [asDate(left), asDate(right)];
    return from && to && difference(asText(period).toLowerCase(), from, to);
  },
  format_datetime: ([date, pattern]) => {
    const parsed = asDate(date);
    return parsed ? format(parsed, asText(pattern)) : "";
  },
  now: ([offset], now) => new Date(now.getTime() + (asNumber(offset) ?? 0)),
  startofday: ([date]) => {
    const parsed = asDate(date);
    return parsed && new Date(Math.floor(parsed.getTime() / 86_400_000) * 86_400_000);
  },
};
