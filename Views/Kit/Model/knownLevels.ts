import { countLevels, type LevelCounts } from "../../../Client/Core/level";
import type { Listing } from "../../../Client/Core/listing";
import type { Finding, FindingsTab } from "./findingsTab";
import { isWhole } from "./openFindings";

/**
 * How many of the open findings have each level: the server's counts, else our own if every row is here and was read. Where
 * findings can be closed our own come first: they know at once what was closed here. `undefined`: not known. Never a guess.
 */
export function knownLevels<T extends Finding>(
  { open, levelOf }: Pick<FindingsTab<T>, "levelOf" | "open">,
  listing: Listing<T>,
): LevelCounts | undefined {
  const { items, levels } = listing;
  if (!isWhole(listing)) {
    return levels;
  }
  return open
    ? countLevels(
        items.filter((item) => open.isOpen(item)),
        levelOf,
      )
    : (levels ?? countLevels(items, levelOf));
}
