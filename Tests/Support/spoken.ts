import { virtual } from "@guidepup/virtual-screen-reader";
import { waitFor } from "@testing-library/react";

// The library asks the root of a region for elements by their id, also of one that has left the page, where no root can tell.
Object.assign(HTMLElement.prototype, { getElementById: () => null });

/** Turns a screen reader on for the whole page. It says where the focus goes, and what live regions tell. */
export async function startListening(): Promise<void> {
  await virtual.start({ container: document.body });
  await virtual.clearSpokenPhraseLog();
}

export async function stopListening(): Promise<void> {
  await virtual.stop();
}

/** All that was said since this was asked last, in its order. A region that was emptied isn't heard. */
async function spoken(): Promise<readonly string[]> {
  const phrases = await virtual.spokenPhraseLog();
  await virtual.clearSpokenPhraseLog();
  return phrases.filter((phrase) => !/^(?:polite|assertive): $/.test(phrase));
}

/** Waits until something is said, and gives all that was said since this was asked last. */
export async function spokenUntil(last: RegExp): Promise<readonly string[]> {
  const told: string[] = [];
  await waitFor(async () => {
    told.push(...(await spoken()));
    expect(told).toContainEqual(expect.stringMatching(last));
  });
  return told;
}
