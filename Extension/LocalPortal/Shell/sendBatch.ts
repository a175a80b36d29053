import { pageSetting } from "../Frame/handshake";
import type { WireRequest, WireResponse } from "../../PortalSdk/portalHost";

/** Sends a batch to the dev server, below the page's own path, which adds the token. Rejects when the batch as a whole was not answered. */
export async function sendBatch(
  requests: readonly WireRequest[],
  signal: AbortSignal,
): Promise<readonly WireResponse[]> {
  const response = await fetch("api/batch", {
    method: "POST",
    headers: { "content-type": "application/json", "x-portal-secret": pageSetting("secret") },
    body: JSON.stringify({ requests }),
    signal,
  });
  const body: unknown = await response.json();
  const responses = (body as { readonly responses?: unknown } | null)?.responses;
  if (!response.ok || !Array.isArray(responses)) {
    throw new Error(`The batch failed with status ${response.status}.`);
  }
  return (responses as readonly WireResponse[]).map((item) => ({
    ...item,
    content: item.content ?? undefined,
  }));
}
