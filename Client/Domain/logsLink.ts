import type { LogQuery } from "./logQuery";

/** Compresses text with gzip. The domain has no means of its own. */
export type Gzip = (text: string) => Promise<Uint8Array>;

export interface LogsLinkTarget {
  /** ARM id of the workspace, or of the cluster. */
  readonly resourceId: string;
  /** The tenant to open the link in; without it the portal takes the one that is signed in. */
  readonly tenantId?: string;
}

const portal = "https://portal.azure.com/";

/**
 * Link that opens a query in Log Analytics, as its own "Share a link to query" writes it. The format is not documented; several
 * public repositories build it like this (facts: azure-api.md §b). The time span is one ISO 8601 interval, slash encoded: the
 * portal reads names and values in turn.
 */
export async function logsLink(
  { kql, from, to }: Pick<LogQuery, "kql" | "from" | "to">,
  { resourceId, tenantId }: LogsLinkTarget,
  gzip: Gzip,
): Promise<string> {
  const tenant = tenantId === undefined ? "" : `@${encodeURIComponent(tenantId)}/`;
  const parts = {
    resourceId,
    source: "LogsBlade.AnalyticsShareLinkToQuery",
    q: base64(await gzip(kql)),
    timespan: `${from.toISOString()}/${to.toISOString()}`,
  };
  const path = Object.entries(parts).map(([name, value]) => `${name}/${encodeURIComponent(value)}`);
  return `${portal}#${tenant}blade/Microsoft_Azure_Monitoring_Logs/LogsBlade/${path.join("/")}`;
}

function base64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}
