import type { Column } from "../Model/findingsTab";

/** Room that a Fluent cell takes beside its width: its paddings. */
export const cellPadding = 20;

/**
 * Widths in pixels by column key. Columns that grow share the room that is left over; where room is lacking, all give way until they
 * are as narrow as they may be, and then the grid scrolls. A width that the user has chosen stays. `available` is 0 or less while
 * it isn't known.
 */
export function columnWidths<T>(
  columns: readonly Column<T>[],
  chosen: Readonly<Record<string, number>>,
  available: number,
): Readonly<Record<string, number>> {
  const wanted = columns.map((column) => chosen[column.key] ?? column.width);
  const room = available <= 0 ? 0 : available - sum(wanted) - columns.length * cellPadding;
  const weightOf = (column: Column<T>) =>
    chosen[column.key] !== undefined
      ? 0
      : room > 0
        ? (column.grow ?? 0)
        : column.width - (column.least ?? column.width);
  const weights = columns.map(weightOf);
  const weight = sum(weights);
  // Nothing gives way by more than it can.
  const share = weight === 0 ? 0 : Math.max(room / weight, -1);
  return Object.fromEntries(
    columns.map(({ key, width }, index) => [
      key,
      (wanted[index] ?? width) + Math.floor(share * (weights[index] ?? 0)),
    ]),
  );
}

/**
 * The same where one row takes several lines, `width` pixels wide: two columns share a line, the one that names the row has its own,
 * and the first stands beside what takes `first` pixels of the first line.
 */
export function stackedWidths<T>(
  columns: readonly Column<T>[],
  width: number,
  first: number,
): { readonly widths: Readonly<Record<string, number>>; readonly lines: number } {
  const half = Math.floor(width / 2) - cellPadding;
  const widths: Record<string, number> = {};
  let lines = 0;
  let isHalfTaken = false;
  columns.forEach((column, index) => {
    const isWhole = index === 0 || column.isRowHeader === true;
    lines += isWhole || !isHalfTaken ? 1 : 0;
    isHalfTaken = !isWhole && !isHalfTaken;
    widths[column.key] = isWhole ? width - (index === 0 ? first : 0) - cellPadding : half;
  });
  return { widths, lines };
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
