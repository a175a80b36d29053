import { ArmError, type ArmRequest } from "../Server/arm";

/** A page of an ARM list, with a link to the next one. */
export function pageOf<T>(
  items: readonly T[],
  request: ArmRequest,
  pageSize: number,
): { readonly value: readonly T[]; readonly nextLink?: string } {
  const token = request.query.get("$skiptoken");
  const text = token === null ? "0" : Buffer.from(token, "base64url").toString();
  const start = Number(text);
  if (!/^\d+$/.test(text) || start > items.length) {
    throw new ArmError(400, "InvalidSkipToken", "The $skiptoken is not one that was given out.");
  }
  const end = start + pageSize;
  const value = items.slice(start, end);
  if (end >= items.length) {
    return { value };
  }
  const query = new URLSearchParams(request.query);
  query.set("$skiptoken", Buffer.from(String(end)).toString("base64url"));
  return { value, nextLink: `${request.linkOrigin}${request.path}?${query.toString()}` };
}
