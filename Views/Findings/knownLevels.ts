import { countLevels, type LevelCounts } from "../../Client/Domain/level";
import type { Listing } from "../../Client/Domain/listing";
import type { Finding, FindingsTab } from "./findingsTab";

/** The server's counts, else our own if every row is here and was read. `undefined`: not known. Never a guess. */
export function knownLevels<T extends Finding>(
  tab: Pick<FindingsTab<T>, "levelOf">,
  listing: Listing<T>,
): LevelCounts | undefined {
  if (listing.levels) {
    return listing.levels;
  }
  return listing.complete && listing.gaps.length === 0 ? countLevels(listing.items, tab.levelOf) : undefined;
}
