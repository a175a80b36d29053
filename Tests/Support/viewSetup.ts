import "@testing-library/jest-dom";
import { setIconOptions } from "@fluentui/react";
import { configure } from "@testing-library/react";
import { act } from "react-dom/test-utils";
import { cancelOpenQueries } from "./openQueries";

// The first page of a file takes seconds on a busy machine; what never comes still fails, only later.
configure({ asyncUtilTimeout: 10_000 });

// Icons are a font of the host; without it Fluent warns on each one.
setIconOptions({ disableWarnings: true });

/**
 * jsdom lays nothing out. The virtualised grid needs a size to know how many rows to render, and the tab strip to know how
 * many tabs fit.
 */
const page = { width: 1200, height: 800 };
const tab = { width: 120, height: 32 };

function sizeOf(element: HTMLElement) {
  return element.getAttribute("role") === "tab" ? tab : page;
}

for (const [name, side] of [
  ["offsetHeight", "height"],
  ["clientHeight", "height"],
  ["offsetWidth", "width"],
  ["clientWidth", "width"],
] as const) {
  Object.defineProperty(HTMLElement.prototype, name, {
    configurable: true,
    get(this: HTMLElement) {
      return sizeOf(this)[side];
    },
  });
}

HTMLElement.prototype.scrollTo = () => undefined;

// Registered before the testing library registers its clean-up, hence run before the page is taken away.
afterEach(() => act(cancelOpenQueries));
