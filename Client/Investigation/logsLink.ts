import type { Blade } from "../Core/host";
import type { LogQuery } from "./logQuery";

/** Compresses text with gzip. The domain has no means of its own. */
type Gzip = (text: string) => Promise<Uint8Array>;

interface LogsLinkTarget {
  /** ARM id of the workspace, or of the cluster. */
  readonly resourceId: string;
  /** The tenant to open the link in; without it the portal takes the one that is signed in. */
  readonly tenantId?: string;
}

type LogsQuery = Pick<LogQuery, "kql" | "from" | "to">;

const portal = "https://portal.azure.com/";

/**
 * The portal's blade for a query in Log Analytics, with the parameters of its own "Share a link to query" (facts: real-data.md §6).
 * The older `LogsBlade` redirects to it and loses the query on the way.
 *
 * Assumption: `q` is URL-encoded base64 of the gzipped query. Links that the portal shares encode it twice, once as this value
 * and once as a part of the address, which is how {@link logsLink} writes it; links built by hand encode it once. Base64 has
 * three characters that either changes, so a blade that decodes too seldom would not unzip.
 */
export async function logsBlade(
  { kql, from, to }: LogsQuery,
  { resourceId }: Pick<LogsLinkTarget, "resourceId">,
  gzip: Gzip,
): Promise<Blade> {
  return {
    extensionName: "Microsoft_OperationsManagementSuite_Workspace",
    bladeName: "Logs.ReactView",
    parameters: {
      resourceId,
      source: "LogsBlade.AnalyticsShareLinkToQuery",
      q: encodeURIComponent(base64(await gzip(kql))),
      timespan: `${from.toISOString()}/${to.toISOString()}`,
    },
  };
}

/** Link that opens the same: names and values of the parameters in turn, each encoded, so that no slash in one ends it. */
export async function logsLink(query: LogsQuery, target: LogsLinkTarget, gzip: Gzip): Promise<string> {
  const { extensionName, bladeName, parameters } = await logsBlade(query, target, gzip);
  const tenant = target.tenantId === undefined ? "" : `@${encodeURIComponent(target.tenantId)}/`;
  const path = Object.entries(parameters ?? {}).map(
    ([name, value]) => `${name}/${encodeURIComponent(String(value))}`,
  );
  return `${portal}#${tenant}blade/${extensionName}/${bladeName}/${path.join("/")}`;
}

function base64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}
