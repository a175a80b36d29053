/** Run by day.test.ts in other time zones: prints what the functions about days make of what the arguments say. */
import { dayPicked, dayToPick, daysAfter, daysBetween } from "../../Client/Core/day";

const results = process.argv.slice(2).map((text) => {
  const day = new Date(text);
  const picker = dayToPick(day);
  // A date picker hands out midnight of the day in the browser's zone, or what comes first of a day without one.
  const midnight = new Date(picker.getFullYear(), picker.getMonth(), picker.getDate());
  return {
    shown: [picker.getFullYear(), picker.getMonth() + 1, picker.getDate()].join("-"),
    picked: dayPicked(midnight).toISOString(),
    weekLater: daysAfter(day, 7).toISOString(),
    daysToIt: daysBetween(new Date("2026-01-01T23:59:59Z"), day),
  };
});
process.stdout.write(JSON.stringify(results));
