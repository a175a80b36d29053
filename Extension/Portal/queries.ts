import { QueryClient } from "@tanstack/query-core";

/** Nothing is asked again unless the engineer asks: the transport has retried already, and quota is scarce. */
export function createQueries(): QueryClient {
  const silent = () => undefined;
  return new QueryClient({
    // Every error is shown on the page; the console is left for unexpected ones.
    logger: { log: silent, warn: silent, error: silent },
    defaultOptions: {
      queries: {
        cacheTime: Infinity,
        // "online" would keep a query waiting in silence where navigator.onLine is wrong.
        networkMode: "always",
        refetchOnReconnect: false,
        refetchOnWindowFocus: false,
        retry: false,
        retryOnMount: false,
        staleTime: Infinity,
      },
    },
  });
}
