import type { FrameLocator, Page } from "@playwright/test";

/** A view, in its frame or by itself. */
type View = FrameLocator | Page;

/** Of the findings' grid. */
export function headersOf(view: View) {
  return view.getByRole("tabpanel").getByRole("grid").first().getByRole("columnheader");
}

/** Headers with a word that breaks inside, or of which something can't be seen. */
export function brokenHeaders(view: View): Promise<string[]> {
  return headersOf(view).evaluateAll((headers) =>
    headers
      .flatMap((header) => [...header.querySelectorAll(".ms-DetailsHeader-cellName")])
      .filter(({ textContent }) => textContent)
      .filter((name) => {
        const text = name.firstChild;
        const words = [...(text?.textContent ?? "").matchAll(/\S+/g)];
        const range = document.createRange();
        return (
          name.scrollWidth > name.clientWidth ||
          // Letters reach out of their line by a few pixels; a line that can't be seen is 15 high.
          name.scrollHeight > name.clientHeight + 5 ||
          words.some(({ index, 0: word }) => {
            range.setStart(text ?? name, index);
            range.setEnd(text ?? name, index + word.length);
            // On one line they are several where directions are mixed.
            const tops = [...range.getClientRects()].map(({ top }) => top);
            return Math.max(...tops) - Math.min(...tops) > 5;
          })
        );
      })
      .map(({ textContent }) => textContent ?? ""),
  );
}

/** Images whose tag breaks inside, or can't be seen. */
export function brokenTags(view: View): Promise<string[]> {
  return view
    .getByRole("tabpanel")
    .getByRole("grid")
    .first()
    .evaluate((grid) =>
      [...grid.querySelectorAll("[data-automation-key=image] [title]")].flatMap((name) => {
        // The text nodes between the places where a line may end; the last one of the repository has the tag.
        const walker = document.createTreeWalker(name, NodeFilter.SHOW_TEXT);
        const { bottom } = name.getBoundingClientRect();
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const tag = (node.textContent ?? "").indexOf(":");
          if (tag >= 0) {
            const range = document.createRange();
            range.setStart(node, tag);
            range.setEnd(node, (node.textContent ?? "").length);
            const [first, ...others] = range.getClientRects();
            return first && others.length === 0 && first.bottom <= bottom + 2 ? [] : [name.textContent ?? ""];
          }
        }
        return [];
      }),
    );
}

/** What scrolls sideways in the frame, by role or name of the element. */
export function sidewaysScrollers(view: View): Promise<string[]> {
  return view
    .locator("body")
    .evaluate((body) =>
      [document.documentElement, body, ...body.querySelectorAll("*")]
        .filter(
          (element) =>
            element.scrollWidth > element.clientWidth + 1 &&
            (element === document.documentElement || /auto|scroll/.test(getComputedStyle(element).overflowX)),
        )
        .map((element) => element.getAttribute("role") ?? element.tagName),
    );
}
