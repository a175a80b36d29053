import type { FindingsPage, PageCursor, FindingService } from "../../../Client/Core/listing";
import type { FirstServices, FindingKind, FindingOf } from "../../../Client/services";
import type { Finding, FindingsTab } from "../Model/findingsTab";

/** Under which key the pages of a tab are kept. */
export const findingsKey = (tabId: string) => ["findings", tabId] as const;

interface PageContext {
  readonly pageParam?: PageCursor | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * How the pages of a tab are asked for and under which key they are kept. The data fetcher starts the same query before
 * the view is loaded, so this file knows neither React nor Fluent.
 */
export function findingsQuery<T extends Finding>(
  tab: Pick<FindingsTab<T>, "id" | "loadPage">,
  services: FirstServices,
) {
  return {
    queryKey: findingsKey(tab.id),
    queryFn: ({ pageParam, signal }: PageContext): Promise<FindingsPage<T>> =>
      tab.loadPage(services, pageParam, signal),
    getNextPageParam: (page: FindingsPage<T>) => page.next,
  };
}

type Lists = { readonly [K in FindingKind]: FindingService<FindingOf<K>> };

/**
 * What identifies and loads the findings of one kind. The data fetcher starts it before React is there, so this file knows no
 * component.
 */
export function findingsSource<K extends FindingKind>(id: K) {
  return {
    id,
    loadPage(
      services: FirstServices,
      cursor: PageCursor | undefined,
      signal?: AbortSignal,
    ): Promise<FindingsPage<FindingOf<K>>> {
      const lists: Lists = services;
      return lists[id].listPage(cursor, signal);
    },
  };
}
