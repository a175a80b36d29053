import { lastKnown } from "../Model/loadable";
import { useMemo } from "react";
import type { Finding, FindingsTab } from "../Model/findingsTab";
import { useMe } from "../Session/useMe";
import { useProtection } from "../Protection/useProtection";

/** A tab as it looks for these findings, the plans that are on and who is signed in. */
export function useVariedTab<T extends Finding>(tab: FindingsTab<T>, items: readonly T[]): FindingsTab<T> {
  const { cspm } = useProtection();
  const me = useMe();
  const hasCspm = lastKnown(cspm);
  return useMemo(() => ({ ...tab, ...tab.forItems?.(items, { hasCspm, me }) }), [tab, items, hasCspm, me]);
}
