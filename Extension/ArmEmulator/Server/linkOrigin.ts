import type { IncomingHttpHeaders } from "node:http";

const hostName = /^(?:[\w-]+(?:\.[\w-]+)*|\[[\da-f:.]+\])(?::\d{1,5})?$/i;

/**
 * Origin of the links in answers: what the proxy nearest to the caller was asked for, or else the emulator itself. Each proxy adds to
 * the end of the list; what is no host or no scheme is passed over.
 */
export function linkOrigin(headers: IncomingHttpHeaders, own: string): string {
  const [host = ""] = listOf(headers["x-forwarded-host"]);
  const [scheme = ""] = listOf(headers["x-forwarded-proto"]);
  return hostName.test(host) ? `${/^https?$/i.test(scheme) ? scheme.toLowerCase() : "https"}://${host}` : own;
}

function listOf(header: string | string[] | undefined): readonly string[] {
  return [header ?? []]
    .flat()
    .join(",")
    .split(",")
    .map((element) => element.trim());
}
