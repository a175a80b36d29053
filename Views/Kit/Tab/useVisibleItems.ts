import { useCallback, useEffect, useState } from "react";
import { useSliced } from "../Controls/useSliced";
import type { Finding, FindingsTab } from "../Model/findingsTab";
import { searchedText } from "../Model/searchTest";
import { eachInSlices, isLong, runInSlices } from "../Model/slices";
import type { TabView } from "../Model/tabView";
import { createVisibleItems } from "../Model/visibleItems";

/**
 * The findings that search and filters let through, in the order of the view. Of thousands, they follow what is typed or pressed some
 * frames later; what is searched of them is made before anything is typed.
 */
export function useVisibleItems<T extends Finding>(
  tab: FindingsTab<T>,
  items: readonly T[],
  { search, filters, sort }: Pick<TabView, "search" | "filters" | "sort">,
): readonly T[] {
  const [visibleItems] = useState(() => createVisibleItems<T>());
  useEffect(
    () =>
      isLong(items.length)
        ? runInSlices(
            eachInSlices(items, (item) => searchedText(tab, item)),
            () => undefined,
          )
        : undefined,
    [tab, items],
  );
  const begin = useCallback(
    () => visibleItems(tab, items, { search, filters, sort }),
    [visibleItems, tab, items, search, filters, sort],
  );
  return useSliced(begin, items.length);
}
