import { format } from "../../../Client/Core/format";
import type { Finding, FindingsTab, Sort } from "../Model/findingsTab";
import { Findings } from "../Screens/Findings.resjson";

/** The order of the grid in words, for those who do not see the arrow; empty: it is not sorted by a column of its own. */
export function sortText<T extends Finding>(
  { columns, levelKey }: Pick<FindingsTab<T>, "columns" | "levelKey">,
  { column, descending }: Sort,
): string {
  const sorted = columns.find(({ key }) => key === column);
  if (!sorted) {
    return "";
  }
  const [up, down] =
    column === levelKey
      ? [Findings.sortedWorstFirst, Findings.sortedWorstLast]
      : [Findings.sortedAscending, Findings.sortedDescending];
  return format(descending ? down : up, sorted.label);
}
