import type { Figure } from "./figures";

/** The value in the middle; of an even number, the lower one of the two. `NaN`: there is none. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** The smallest value that so large a part of all doesn't exceed. `NaN`: there is none. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)] ?? Number.NaN;
}

const columns = ["figure", "median", "from", "to", "2026 baseline", "change", "goal", ""] as const;

/** Figures with what rounds measured of them, as a table in text: the median, the range, and what it was before. */
export function tableOf(measured: readonly (readonly [Figure, readonly number[]])[]): string {
  const rows = [columns, ...measured.map(([figure, values]) => rowOf(figure, values))];
  const widths = columns.map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  return rows
    .map((row) =>
      row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))),
    )
    .map((cells) => cells.join("  ").trimEnd())
    .join("\n");
}

function rowOf(figure: Figure, values: readonly number[]): readonly string[] {
  const { name, before, goal } = figure;
  const value = median(values);
  return [
    name,
    textOf(figure, value),
    textOf(figure, Math.min(...values)),
    textOf(figure, Math.max(...values)),
    textOf(figure, before),
    before === undefined || before === 0 ? "" : `x ${(value / before).toFixed(2)}`,
    textOf(figure, goal),
    goal === undefined ? "" : isReached(figure, value, goal) ? "reached" : "missed",
  ];
}

function isReached({ isMoreBetter }: Figure, value: number, goal: number): boolean {
  return isMoreBetter ? value >= goal : value <= goal;
}

function textOf({ unit }: Figure, value: number | undefined): string {
  if (value === undefined || !Number.isFinite(value)) {
    return "";
  }
  const digits = unit === "kB" ? 1 : unit === "" ? 3 : 0;
  return `${value.toFixed(digits)} ${unit}`.trimEnd();
}
