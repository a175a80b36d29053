import { readableLine } from "../../../Client/Core/visibleText";
import { distinctLabels } from "../../../Client/Core/label";
import type { Filter } from "../Model/findingsTab";
import { filterTest } from "../Model/visibleItems";
import type { TabView } from "../Model/tabView";

export interface FilterOption {
  readonly value: string;
  readonly label: string;
  /** How many findings have the value among those that pass the other filters. */
  readonly count: number;
}

/** The values to offer for a filter. A chosen value stays on offer when nothing has it any more. */
export function filterOptions<T>(
  filter: Filter<T>,
  filters: readonly Filter<T>[],
  items: readonly T[],
  chosen: TabView["filters"],
): readonly FilterOption[] {
  const counts = new Map<string, number>();
  for (const value of [...(filter.order ?? []), ...(chosen[filter.key] ?? [])]) {
    counts.set(value, 0);
  }
  const passesOthers = filterTest(filters, chosen, filter.key);
  for (const item of items) {
    const counted = passesOthers(item) ? 1 : 0;
    for (const value of filter.valuesOf(item)) {
      counts.set(value, (counts.get(value) ?? 0) + counted);
    }
  }
  const labels = distinctLabels(
    counts.keys(),
    (value) => filter.labelOf?.(value) ?? value,
    (value) => filter.tellOf?.(value) ?? value,
  );
  const options = [...counts].map(([value, count]) => ({
    value,
    label: readableLine(labels.get(value) ?? value),
    count,
  }));
  const rank = (value: string) => {
    const position = filter.order?.indexOf(value) ?? -1;
    return position === -1 ? Number.MAX_SAFE_INTEGER : position;
  };
  return options.sort(
    (left, right) => rank(left.value) - rank(right.value) || left.label.localeCompare(right.label),
  );
}

/** What the chosen values of a filter are called among all of its values, in the order in which they are offered. */
export function chosenLabels<T>(
  filter: Filter<T>,
  items: readonly T[],
  chosen: readonly string[],
): readonly string[] {
  const wanted = new Set(chosen);
  return chosen.length === 0
    ? []
    : filterOptions(filter, [], items, { [filter.key]: chosen })
        .filter(({ value }) => wanted.has(value))
        .map(({ label }) => label);
}
