import type { FindingService, FindingsPage, PageCursor } from "../../../Client/Core/listing";
import type { FindingKind, FindingOf, Services } from "../../../Client/services";

type Lists = { readonly [K in FindingKind]: FindingService<FindingOf<K>> };

/**
 * What identifies and loads the findings of one kind. The data fetcher starts it before React is there, so this file knows no
 * component.
 */
export function findingsSource<K extends FindingKind>(id: K) {
  return {
    id,
    loadPage(
      services: Services,
      cursor: PageCursor | undefined,
      signal?: AbortSignal,
    ): Promise<FindingsPage<FindingOf<K>>> {
      const lists: Lists = services;
      return lists[id].listPage(cursor, signal);
    },
  };
}
