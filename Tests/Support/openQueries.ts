import { notifyManager, type QueryClient } from "@tanstack/query-core";

/** Clients whose pages the current test has on screen. */
const open = new Set<QueryClient>();

export function trackQueries(queries: QueryClient): QueryClient {
  open.add(queries);
  return queries;
}

/**
 * Ends what is still being asked, and what is asked anew because of that or of a change that has just come to its end. React 17
 * warns of an answer that comes in the instant after its page is gone.
 */
export async function cancelOpenQueries(): Promise<void> {
  do {
    await Promise.all([...open].map((queries) => queries.cancelQueries()));
    await pagesAreTold();
  } while (isAsking());
  open.clear();
}

/**
 * Waits for what is asked anew after a change, and for pages to have heard of it. `withheld` is how many queries the test itself
 * keeps from being answered.
 */
export async function openQueriesAreAnswered(withheld = 0): Promise<void> {
  do {
    await pagesAreTold();
  } while (isAsking(withheld));
  await pagesAreTold();
}

function isAsking(withheld = 0): boolean {
  return [...open].some((queries) => queries.isFetching() > withheld);
}

/** Pages are told a little later, in turn: this comes after all of them. */
function pagesAreTold(): Promise<void> {
  return new Promise((resolve) => notifyManager.schedule(resolve));
}
