import { useCallback, useEffect, useMemo, useRef } from "react";
import { readableLine } from "../../../Client/Core/visibleText";
import { format } from "../../../Client/Core/format";
import { Bulk } from "../Operations/Bulk.resjson";
import type { Finding } from "../Model/findingsTab";
import { formatNumber } from "../Controls/formatNumber";
import type { GridSelection } from "../Model/gridSelection";
import type { Selection, SelectionChange } from "../Model/selection";

/** The selection of a tab as its grid needs it. `items` are the rows that match, in their order. */
export function useGridSelection<T extends Finding>(options: {
  readonly items: readonly T[];
  readonly titleOf: (item: T) => string;
  readonly selection: Selection;
  readonly change: (change: SelectionChange) => void;
  /** Whether more rows are on their way. */
  readonly isLoading: boolean;
}): GridSelection<T> {
  const { items, titleOf, selection, change, isLoading } = options;
  const { ids, isGrowing } = selection;
  const lastToggled = useRef<string>();

  // Rows that match and arrive after "all that match" was chosen belong to it.
  useEffect(() => {
    if (isGrowing) {
      change({ type: "grow", ids: items.map(({ id }) => id), isGrowing: isLoading });
    }
  }, [isGrowing, isLoading, items, change]);

  const matching = useMemo(
    () => (ids.size === 0 ? 0 : items.filter(({ id }) => ids.has(id)).length),
    [items, ids],
  );
  const all = matching === items.length && items.length > 0;
  const selectAll = () => change({ type: "grow", ids: items.map(({ id }) => id), isGrowing: isLoading });
  const latest = useRef(items);
  useEffect(() => void (latest.current = items), [items]);
  // Always the same function: each row has it, and would be drawn again with another one.
  const toggle = useCallback(
    (item: T, { shiftKey }: { readonly shiftKey: boolean }) => {
      const listed = latest.current;
      const from = shiftKey ? listed.findIndex(({ id }) => id === lastToggled.current) : -1;
      lastToggled.current = item.id;
      if (from === -1) {
        change({ type: "toggle", id: item.id });
        return;
      }
      const to = listed.indexOf(item);
      const range = listed.slice(Math.min(from, to), Math.max(from, to) + 1);
      change({ type: "add", ids: range.map(({ id }) => id) });
    },
    [change],
  );
  return {
    isSelected: ({ id }) => ids.has(id),
    labelOf: (item) => format(Bulk.selectRow, readableLine(titleOf(item))),
    toggle,
    all: all || (matching === 0 ? false : undefined),
    allLabel: format(Bulk.selectAll, formatNumber(items.length)),
    selectAll,
    toggleAll() {
      if (!all) {
        selectAll();
        return;
      }
      change({ type: "remove", ids: items.map(({ id }) => id) });
    },
  };
}
