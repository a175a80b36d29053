import { createHash } from "node:crypto";

/** A GUID that is always the same for the same text, for what no seed draws. */
export function stableGuid(text: string): string {
  const digest = createHash("sha256").update(text).digest("hex");
  return [
    [0, 8],
    [8, 12],
    [12, 16],
    [16, 20],
    [20, 32],
  ]
    .map(([from, to]) => digest.slice(from, to))
    .join("-");
}
