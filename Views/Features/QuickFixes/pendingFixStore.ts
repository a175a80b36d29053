import type { Host } from "../../../Client/Core/host";
import {
  noPendingFixes,
  pendingFixesFromText,
  pendingFixesToText,
  withoutFollower,
  type PendingFixes,
} from "../../../Client/QuickFixes/pendingFixes";

type Change = (fixes: PendingFixes) => PendingFixes;

interface PendingFixStore {
  /** Reads what is kept; resolves when it is there, or can't be read. */
  read(): Promise<void>;
  /** Makes a change to what is known, and to what is kept by then: another page may have stored something meanwhile. */
  change(changed: Change): void;
  /** Says that a page is gone, so that others may follow what it followed. In a single call: a page that closes has no time for two. */
  leave(page: string): void;
}

/**
 * Fixes that the portal keeps beyond a visit, for all pages of a cluster. Reads and writes come one after the other, so that none
 * undoes another. What can't be kept is known to this page alone. `onKnown` is called with what is known, whenever that changes.
 */
export function createPendingFixStore(
  settings: Host["settings"],
  key: string,
  onKnown: (fixes: PendingFixes) => void,
): PendingFixStore {
  /** Holds the page that has left last. It is apart, so that it can be written without reading and undoes nothing. */
  const leftKey = `${key}/left`;
  let kept = noPendingFixes;
  /** Changes that aren't kept yet, or couldn't be, in their order. */
  let unkept: readonly Change[] = [];
  let last: Promise<void> = Promise.resolve();
  const known = () => unkept.reduce((fixes, changed) => changed(fixes), kept);
  const readKept = async () => {
    const [text, left = ""] = await Promise.all([
      settings.read(key),
      settings.read(leftKey).catch(() => undefined),
    ]);
    return withoutFollower(pendingFixesFromText(text), left);
  };
  const inTurn = (step: () => Promise<void>) => (last = last.then(step).catch(() => undefined));
  return {
    read: () =>
      inTurn(async () => {
        kept = await readKept();
        onKnown(known());
      }),
    change(changed) {
      const before = known();
      if (changed(before) === before) {
        return;
      }
      unkept = [...unkept, changed];
      onKnown(known());
      void inTurn(async () => {
        const there = changed(await readKept());
        await settings.write(key, pendingFixesToText(there));
        kept = there;
        unkept = unkept.filter((other) => other !== changed);
      });
    },
    leave: (page) => void settings.write(leftKey, page).catch(() => undefined),
  };
}
