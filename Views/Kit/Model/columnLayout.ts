import type { Column } from "./findingsTab";

/** How the columns of a tab are arranged. Serializable: it is part of links to a view, and kept for the user. */
export interface ColumnLayout {
  /** Keys in the order to show. A column that is not named stands where its tab puts it. */
  readonly order: readonly string[];
  readonly hidden: readonly string[];
  /** In pixels, by key. A column without one has the width that its tab gives it, and grows. */
  readonly widths: Readonly<Record<string, number>>;
}

/** As the tab describes its columns. */
export const usualLayout: ColumnLayout = { order: [], hidden: [], widths: {} };

/** Of a column, in pixels. */
export const narrowestColumn = 80;
export const widestColumn = 1200;

/** All columns in the order of the layout, the hidden ones too. What the layout names beside them is passed over. */
export function columnsInOrder<T>(
  columns: readonly Column<T>[],
  { order }: Pick<ColumnLayout, "order">,
): readonly Column<T>[] {
  const arranged = [...new Set(order)].flatMap((key) => columns.find((column) => column.key === key) ?? []);
  columns.forEach((column, index) => {
    if (!arranged.includes(column)) {
      arranged.splice(index, 0, column);
    }
  });
  return arranged;
}

/** The columns to show. The one that names the rows is always among them. */
export function shownColumns<T>(columns: readonly Column<T>[], layout: ColumnLayout): readonly Column<T>[] {
  return columnsInOrder(columns, layout).filter((column) => isShown(column, layout));
}

export function isShown<T>(
  { key, isRowHeader }: Pick<Column<T>, "key" | "isRowHeader">,
  { hidden }: Pick<ColumnLayout, "hidden">,
): boolean {
  return isRowHeader === true || !hidden.includes(key);
}

/** With a column some places further to the front (negative) or to the end. */
export function withMoved<T>(
  layout: ColumnLayout,
  columns: readonly Column<T>[],
  key: string,
  places: number,
): ColumnLayout {
  const order = columnsInOrder(columns, layout).map((column) => column.key);
  const from = order.indexOf(key);
  const others = order.filter((other) => other !== key);
  others.splice(Math.max(0, from + places), 0, key);
  return { ...layout, order: others };
}

export function withShown(layout: ColumnLayout, key: string, shown: boolean): ColumnLayout {
  const others = layout.hidden.filter((other) => other !== key);
  return { ...layout, hidden: shown ? others : [...others, key] };
}

/** With a width in pixels, as near to it as a column may come. `undefined`: the width that the tab gives it. */
export function withWidth(layout: ColumnLayout, key: string, width: number | undefined): ColumnLayout {
  const { [key]: _, ...others } = layout.widths;
  const allowed =
    width === undefined
      ? {}
      : { [key]: Math.min(widestColumn, Math.max(narrowestColumn, Math.round(width))) };
  return { ...layout, widths: { ...others, ...allowed } };
}

/** Whether a number can be the width of a column. */
export function isColumnWidth(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) >= narrowestColumn && Number(value) <= widestColumn;
}

export function isUsual({ order, hidden, widths }: ColumnLayout): boolean {
  return order.length === 0 && hidden.length === 0 && Object.keys(widths).length === 0;
}
