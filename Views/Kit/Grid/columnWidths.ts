import type { Column } from "../Model/findingsTab";

/** Room that a Fluent cell takes beside its width: its paddings. */
export const cellPadding = 20;

/**
 * Widths in pixels by column key. Columns that grow share the room that is left over; a width that the user has chosen
 * stays. Never narrower than wanted: a grid that does not fit scrolls.
 */
export function columnWidths<T>(
  columns: readonly Column<T>[],
  chosen: Readonly<Record<string, number>>,
  available: number,
): Readonly<Record<string, number>> {
  const wanted = columns.map((column) => chosen[column.key] ?? column.width);
  const used = wanted.reduce((sum, width) => sum + width + cellPadding, 0);
  const room = Math.max(0, available - used);
  const growOf = (column: Column<T>) => (chosen[column.key] === undefined ? (column.grow ?? 0) : 0);
  const shares = columns.reduce((sum, column) => sum + growOf(column), 0);
  return Object.fromEntries(
    columns.map((column, index) => {
      const extra = shares === 0 ? 0 : Math.floor((room * growOf(column)) / shares);
      return [column.key, (wanted[index] ?? column.width) + extra];
    }),
  );
}
