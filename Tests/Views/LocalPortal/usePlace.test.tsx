import { act, render } from "@testing-library/react";
import { usePlace, type ChangeAddress } from "../../../Extension/LocalPortal/Shell/usePlace";

function openedAt(hash: string): { readonly change: ChangeAddress; readonly visit: () => string } {
  window.history.replaceState(null, "", hash);
  const shown: { change?: ChangeAddress; visit: string } = { visit: "" };
  function Page() {
    const [{ visit }, change] = usePlace();
    Object.assign(shown, { visit, change });
    return null;
  }
  render(<Page />);
  return { change: (...args) => act(() => shown.change?.(...args)), visit: () => shown.visit };
}

const followed = () =>
  act(
    () =>
      new Promise<void>((resolve) => window.addEventListener("hashchange", () => resolve(), { once: true })),
  );

test("what a page puts into the address belongs to its visit", () => {
  const { change, visit } = openedAt("#view/A/B/view/1");
  const first = visit();
  change("#view/A/B/view/2", "push");
  expect([window.location.hash, visit()]).toEqual(["#view/A/B/view/2", first]);
});

test("a page that is left by a link has no say any more, not even before the portal has heard of the link", async () => {
  const { change, visit } = openedAt("#view/A/B/view/1");
  const first = visit();
  const heard = followed();
  window.location.hash = "#view/A/B/view/link";
  change("#view/A/B/view/late", "replace");
  expect(window.location.hash).toBe("#view/A/B/view/link");
  await heard;
  expect(visit()).not.toBe(first);
  change("#view/A/B/view/next", "replace");
  expect(window.location.hash).toBe("#view/A/B/view/next");
});
