import { parseArgs } from "node:util";

/** A soak is bounded, whatever was typed. */
const mostMinutes = 240;
const usualMinutes = 5;

/** Minutes of `--minutes N`. Throws for anything else. */
export function soakMinutes(args: readonly string[]): number {
  const { minutes = String(usualMinutes) } = parseArgs({
    args: [...args],
    options: { minutes: { type: "string" } },
  }).values;
  if (!/^\d+$/.test(minutes) || Number(minutes) < 1 || Number(minutes) > mostMinutes) {
    throw new Error(`--minutes must be a number from 1 to ${mostMinutes}, not '${minutes}'.`);
  }
  return Number(minutes);
}
