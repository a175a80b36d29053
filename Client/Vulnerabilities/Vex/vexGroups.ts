import { vexAction } from "./vexAction";
import type { VexEntry } from "./vexEntry";

/** Where a CVE was found, with one way to close it. */
export interface VexGroup {
  readonly cveId: string;
  /** What to do about it, in words. */
  readonly action: string;
  /** At least one, in the order in which they were found. */
  readonly entries: readonly [VexEntry, ...VexEntry[]];
}

/** A group for each CVE and each way to close it: documents state that once, however many images have it. */
export function vexGroups(entries: readonly VexEntry[]): readonly VexGroup[] {
  const groups = new Map<string, { cveId: string; action: string; entries: [VexEntry, ...VexEntry[]] }>();
  for (const entry of entries) {
    const { cveId } = entry;
    const action = vexAction(entry);
    const key = JSON.stringify([cveId, action]);
    const group = groups.get(key);
    if (group) {
      group.entries.push(entry);
    } else {
      groups.set(key, { cveId, action, entries: [entry] });
    }
  }
  return [...groups.values()];
}
