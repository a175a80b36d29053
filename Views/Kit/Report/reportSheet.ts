import type { Services } from "../../../Client/services";
import { cellText } from "../Model/cellText";
import type { Column, Finding, FindingsTab } from "../Model/findingsTab";
import type { ReportCell, ReportParts, ReportRow, ReportRows } from "./report";
import { Report as Text } from "./Report.resjson";

/** Findings as rows of a report. */
export interface Sheet<T> {
  readonly headers: readonly string[];
  /** As {@link ReportKind.keys}. */
  readonly keys: readonly string[];
  /** The rows of some findings, one each, or one for each part of theirs; how many parts could not be read. */
  rowsOf(items: readonly T[], signal: AbortSignal): Promise<ReportRows>;
}

/** What of a tab a sheet is made of. */
type SheetTab<T extends Finding> = Pick<
  FindingsTab<T>,
  "columns" | "titleOf" | "levelOf" | "open" | "ruleOf"
>;

/** The columns of the grid as they are shown, and the id, one row per finding. */
export function sheetOf<T extends Finding>(tab: SheetTab<T>): Sheet<T> {
  const { columns } = tab;
  return {
    headers: [...columns.map(({ label }) => label), Text.columnId],
    keys: [...columns.map(({ key }) => key), "id"],
    rowsOf: (items) => Promise.resolve({ rows: items.map((item) => rowOf(tab, item)), unreadable: 0 }),
  };
}

/** The same with a row for each part; a finding without parts keeps one. */
export function sheetWithParts<T extends Finding>(
  tab: SheetTab<T>,
  parts: ReportParts<T>,
  services: Services,
): Sheet<T> {
  const { headers, keys } = sheetOf(tab);
  const empty: readonly ReportCell[] = parts.headers.map(() => undefined);
  return {
    headers: [...headers, ...parts.headers],
    keys: [...keys, ...parts.keys],
    async rowsOf(items, signal) {
      const rows: ReportRow[] = [];
      let unreadable = 0;
      for (let start = 0; start < items.length; start += parts.groupSize) {
        const group = items.slice(start, start + parts.groupSize);
        const read = await parts.read(services, group, signal);
        unreadable += read.unreadable;
        for (const item of group) {
          const { cells: own, finding } = rowOf(tab, item);
          const found = read.parts.get(item.id) ?? [];
          rows.push(
            ...found.map(({ id, cells, ...part }) => ({
              cells: [...own, ...cells],
              finding: { ...finding, partId: id, ...part },
            })),
            ...(found.length === 0 ? [{ cells: [...own, ...empty], finding }] : []),
          );
        }
      }
      return { rows, unreadable };
    },
  };
}

function rowOf<T extends Finding>({ columns, ...tab }: SheetTab<T>, item: T): ReportRow {
  return {
    cells: [...columns.map((column) => cellValue(column, item)), item.id],
    finding: {
      id: item.id,
      partId: undefined,
      title: tab.titleOf(item),
      level: tab.levelOf(item),
      isOpen: tab.open?.isOpen(item) ?? true,
      rule: tab.ruleOf?.(item),
    },
  };
}

/** As the grid shows and searches it; a number that is shown as it is stays a number, and what isn't known is empty. */
export function cellValue<T>(column: Column<T>, item: T): ReportCell {
  const value = column.value(item);
  if (value === undefined || value === "") {
    return undefined;
  }
  if (value instanceof Date) {
    return { text: cellText(column, item), at: value };
  }
  return typeof value === "number" && !column.text ? value : cellText(column, item);
}
