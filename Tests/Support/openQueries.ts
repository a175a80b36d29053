import { notifyManager, type QueryClient } from "@tanstack/query-core";

/** Clients whose pages the current test has on screen. */
const open = new Set<QueryClient>();

export function trackQueries(queries: QueryClient): QueryClient {
  open.add(queries);
  return queries;
}

/** Ends what is still being asked. React 17 warns of an answer that comes in the instant after its page is gone. */
export async function cancelOpenQueries(): Promise<void> {
  const ended = [...open].map((queries) => queries.cancelQueries());
  open.clear();
  await Promise.all(ended);
  // Pages are told a little later, in turn: this comes after all of them.
  await new Promise<void>((resolve) => notifyManager.schedule(resolve));
}
