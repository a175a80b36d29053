import { ActionButton, SearchBox, type ISearchBox } from "@fluentui/react";
import { useRef, type RefObject } from "react";
import { format } from "../../../Client/Core/format";
import { AddFilter } from "./AddFilter";
import { FilterPill } from "./FilterPill";
import { Findings } from "../Screens/Findings.resjson";
import type { Filter, Finding, FindingsTab } from "../Model/findingsTab";
import { isNarrowed, type TabView, type TabViewChange } from "../Model/tabView";
import { themeStyles, useStyles } from "../Controls/useStyles";

/** Search box, pills, "Add filter" and "Reset". Pills are edited in callouts, so the row keeps its height. */
export function FilterRow<T extends Finding>(props: {
  readonly tab: Pick<FindingsTab<T>, "filters" | "noun">;
  /** What the values of a filter are counted in, by its key. */
  readonly itemsFor: (key: string) => readonly T[];
  readonly view: TabView;
  /** Why a filter has not all of its values yet, by its key; absent: all filters have. */
  readonly noteFor?: (key: string) => string | undefined;
  /** The filters that the list opens with; absent: none. */
  readonly usual?: TabView["filters"];
  readonly change: (change: TabViewChange) => void;
  /** The box to search in; absent: nothing else focuses it. */
  readonly search?: RefObject<ISearchBox>;
  /** Called for Enter in it. */
  readonly onSearched?: () => void;
}) {
  const { tab, itemsFor, noteFor, view, usual = {}, change, onSearched } = props;
  const classes = useStyles(rowStyles);
  const own = useRef<ISearchBox>(null);
  const { search = own } = props;
  /** For a control that goes away with the change it makes: the focus moves to the one that always stays. */
  const changeAndLeave = (last: TabViewChange) => {
    search.current?.focus();
    change(last);
  };
  /** Without a filter that the list opens with everything is listed; without a word of it, the list is as it opens. */
  const withoutFilter = (key: string): TabViewChange =>
    usual[key] ? { type: "filter", key, values: [] } : { type: "removeFilter", key };
  const isOnRow = (filter: Filter<T>) => filter.pinned || view.filters[filter.key] !== undefined;
  return (
    <div className={classes.row} role="search" aria-label={format(Findings.searchLabel, tab.noun)}>
      <SearchBox
        componentRef={search}
        className={classes.search}
        placeholder={Findings.search}
        ariaLabel={format(Findings.searchLabel, tab.noun)}
        value={view.search}
        onSearch={onSearched}
        onChange={(_, text = "") => change({ type: "search", text })}
      />
      {tab.filters.filter(isOnRow).map((filter) => (
        <FilterPill
          key={filter.key}
          filter={filter}
          filters={tab.filters}
          items={itemsFor(filter.key)}
          allChosen={view.filters}
          note={noteFor?.(filter.key)}
          openAtOnce={!filter.pinned && view.filters[filter.key]?.length === 0}
          onChange={(values) => change({ type: "filter", key: filter.key, values })}
          onRemove={
            filter.pinned && !view.filters[filter.key]?.length
              ? undefined
              : () => (filter.pinned ? change : changeAndLeave)(withoutFilter(filter.key))
          }
        />
      ))}
      <AddFilter
        filters={tab.filters.filter((filter) => !isOnRow(filter) && !filter.isUnoffered)}
        onAdd={(key) => change({ type: "filter", key, values: [] })}
      />
      {(isNarrowed(view, usual) || tab.filters.some((filter) => !filter.pinned && isOnRow(filter))) && (
        <ActionButton text={Findings.reset} onClick={() => changeAndLeave({ type: "reset" })} />
      )}
    </div>
  );
}

const rowStyles = themeStyles(() => ({
  row: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: 8, minHeight: 40 },
  search: { width: 240, maxWidth: "100%" },
}));
