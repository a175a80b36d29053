import { distinctLabels } from "../../../Client/Core/label";
import type { Column } from "./findingsTab";

/** How the things of a column are called, and what tells those apart that are called the same. */
export interface Names<T> {
  /** `undefined`: the finding has none. */
  idOf(item: T): string | undefined;
  labelOf(id: string): string;
  /** Absent: the id itself. */
  tellOf?(id: string): string;
}

/** A column of such names, as they are told apart among these findings. Findings that came later are told apart by the next call. */
export function distinctColumn<T>(
  column: Omit<Column<T>, "value">,
  names: Names<T>,
  items: readonly T[],
): Column<T> {
  const labelOf = distinctName(names, items);
  return { ...column, value: labelOf };
}

/** The name of a finding's thing among these findings; `undefined`: it has none. */
export function distinctName<T>(
  { idOf, labelOf, tellOf }: Names<T>,
  items: readonly T[],
): (item: T) => string | undefined {
  const labels = distinctLabels(
    items.flatMap((item) => idOf(item) ?? []),
    labelOf,
    tellOf,
  );
  return (item) => {
    const id = idOf(item);
    return id === undefined ? undefined : (labels.get(id) ?? labelOf(id));
  };
}
