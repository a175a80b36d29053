import type { Page } from "@playwright/test";
import { viewFrame } from "./portalInBrowser";

/** What was seen of a view while something was done to it; durations in milliseconds. */
interface Watched {
  readonly frames: number[];
  /** From a key or a click to the paint that follows it. */
  readonly inputs: number[];
  /** Frames in which the grid had no row at one of the heights that were looked at. */
  blank: number;
}

declare global {
  interface Window {
    watched: Watched;
  }
}

/** Watches the view from now on. The result gives what was seen since. */
export async function watchFrames(page: Page): Promise<() => Promise<Watched>> {
  const frame = viewFrame(page);
  await frame.evaluate(watch);
  return () => frame.evaluate(() => window.watched);
}

/** Runs in the view. Of several watches, the newest one counts. */
function watch(): void {
  const watched: Watched = { frames: [], inputs: [], blank: 0 };
  window.watched = watched;
  const inPlace = (grid: Element, part: number) => {
    const { left, width, top, bottom } = grid.getBoundingClientRect();
    const head = grid.firstElementChild?.getBoundingClientRect().bottom ?? top;
    const at = document.elementFromPoint(left + width / 2, head + (bottom - head) * part);
    return at?.closest("[role=row]") !== null;
  };
  let last = performance.now();
  const frame = () => {
    if (window.watched !== watched) {
      return;
    }
    const now = performance.now();
    watched.frames.push(now - last);
    last = now;
    const grid = document.querySelector("[role=grid]");
    watched.blank += grid && [0.1, 0.5, 0.9].some((part) => !inPlace(grid, part)) ? 1 : 0;
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
  for (const type of ["keydown", "click"]) {
    window.addEventListener(
      type,
      ({ timeStamp }) => {
        requestAnimationFrame(() => {
          // The frame is painted before the next task.
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => {
            port1.close();
            if (window.watched === watched) {
              watched.inputs.push(performance.now() - timeStamp);
            }
          };
          port2.postMessage(undefined);
        });
      },
      { capture: true },
    );
  }
}

/** How long it takes from something that is done until other rows are on screen, in milliseconds; at most ten seconds. */
export async function untilRowsChange(page: Page, act: () => Promise<void>): Promise<number> {
  const frame = viewFrame(page);
  const changed = frame.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const rows = () =>
          Array.from(document.querySelectorAll("[data-item-index]"), (row) => row.textContent);
        const shown = () => rows().join();
        const before = shown();
        let begun = performance.now();
        for (const type of ["keydown", "click"]) {
          window.addEventListener(type, ({ timeStamp }) => (begun = timeStamp), {
            capture: true,
            once: true,
          });
        }
        const look = () =>
          shown() === before && performance.now() - begun < 10_000
            ? requestAnimationFrame(look)
            : resolve(performance.now() - begun);
        look();
      }),
  );
  await act();
  return changed;
}
