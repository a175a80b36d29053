import type { Page, Request } from "@playwright/test";

/** Requests of a page and its frames that have no end yet. */
export function countOpenRequests(page: Page): () => number {
  const open = new Set<Request>();
  const end = (request: Request) => void open.delete(request);
  page.on("request", (request) => void open.add(request));
  page.on("requestfinished", end);
  page.on("requestfailed", end);
  return () => open.size;
}
