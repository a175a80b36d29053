import { createContext, useContext, useMemo, type Dispatch } from "react";
import type { Finding } from "./findingsTab";
import { useProvided } from "../Controls/useProvided";

/** What is selected on one tab. By id, so that it survives refresh, sorting and filters. */
export interface Selection {
  readonly ids: ReadonlySet<string>;
  /** "All that match" was chosen while rows were still coming: those that match join as they arrive. */
  readonly isGrowing: boolean;
}

const emptySelection: Selection = { ids: new Set(), isGrowing: false };

export type SelectionChange =
  | { readonly type: "toggle"; readonly id: string }
  | { readonly type: "add"; readonly ids: readonly string[] }
  | { readonly type: "remove"; readonly ids: readonly string[] }
  | { readonly type: "replace"; readonly ids: readonly string[]; readonly isGrowing: boolean }
  | { readonly type: "grow"; readonly ids: readonly string[]; readonly isGrowing: boolean }
  | { readonly type: "stopGrowing" };

function changeSelection(selection: Selection, change: SelectionChange): Selection {
  switch (change.type) {
    case "toggle": {
      const ids = new Set(selection.ids);
      if (!ids.delete(change.id)) {
        ids.add(change.id);
      }
      return { ids, isGrowing: false };
    }
    case "add":
      return { ids: new Set([...selection.ids, ...change.ids]), isGrowing: false };
    case "remove": {
      const gone = new Set(change.ids);
      return { ...selection, ids: new Set([...selection.ids].filter((id) => !gone.has(id))) };
    }
    case "replace":
      return { ids: new Set(change.ids), isGrowing: change.isGrowing };
    case "grow":
      return { ids: new Set([...selection.ids, ...change.ids]), isGrowing: change.isGrowing };
    case "stopGrowing":
      return selection.isGrowing ? { ...selection, isGrowing: false } : selection;
  }
}

/** The selections of all tabs, by tab. */
type Selections = Readonly<Record<string, Selection>>;

interface SelectionsChange {
  readonly tab: string;
  readonly change: SelectionChange;
}

export function changeSelections(selections: Selections, { tab, change }: SelectionsChange): Selections {
  return { ...selections, [tab]: changeSelection(selections[tab] ?? emptySelection, change) };
}

const selectionsContext = createContext<Selections>({});
/** Apart from the selections: what only changes one is not drawn again whenever one has changed. */
const dispatchContext = createContext<Dispatch<SelectionsChange> | undefined>(undefined);

export const SelectionsProvider = selectionsContext.Provider;
export const SelectionsDispatchProvider = dispatchContext.Provider;

/** The selection of one tab, and the way to change it. */
export function useSelection(tab: string): readonly [Selection, (change: SelectionChange) => void] {
  const selections = useContext(selectionsContext);
  return [selections[tab] ?? emptySelection, useChangeSelection(tab)];
}

/** The way to change the selection of one tab. */
export function useChangeSelection(tab: string): (change: SelectionChange) => void {
  const dispatch = useProvided(dispatchContext);
  return useMemo(() => (change) => dispatch({ tab, change }), [dispatch, tab]);
}

/** The selected findings that are still listed. One that disappears in a refresh is no longer selected. */
export function selectedIn<T extends Finding>(items: readonly T[], { ids }: Selection): readonly T[] {
  return ids.size === 0 ? [] : items.filter(({ id }) => ids.has(id));
}
