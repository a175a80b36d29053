import "./noStyleSheets";
import "./plainCallbacks";
import "@testing-library/jest-dom";
// It would take the page away first, while answers are on their way: see the end of this file.
import "@testing-library/react/dont-cleanup-after-each";
import { setIconOptions } from "@fluentui/react/lib/Styling";
import { cleanup, configure, getConfig } from "@testing-library/react";
import { act } from "react-dom/test-utils";
import "./frames";
import { cancelOpenQueries } from "./openQueries";
import { quickStyles } from "./quickStyles";

// The first page of a file takes seconds on a busy machine; what never comes still fails, only later.
configure({ asyncUtilTimeout: 60_000 });

/**
 * Waiting asks again and again, and each question without an answer would print the whole page into an error that
 * no one reads. The page is printed once, when the time is up.
 */
const { getElementError } = getConfig();

function isBetweenTries(config: object): boolean {
  return "_disableExpensiveErrorDiagnostics" in config && config._disableExpensiveErrorDiagnostics === true;
}

configure({
  getElementError: (message, container) =>
    isBetweenTries(getConfig()) ? new Error(message ?? "") : getElementError(message, container),
});

window.getComputedStyle = quickStyles(window.getComputedStyle.bind(window));

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

// In one go, so that no page hears of an answer that comes between the end of its questions and its own.
afterEach(async () => {
  await act(cancelOpenQueries);
  cleanup();
});
