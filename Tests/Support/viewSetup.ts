import "@testing-library/jest-dom";
import { setIconOptions } from "@fluentui/react";

// Icons are a font of the host; without it Fluent warns on each one.
setIconOptions({ disableWarnings: true });

/** jsdom lays nothing out. The virtualised grid needs a size to know how many rows to render. */
const size = { offsetHeight: 800, offsetWidth: 1200, clientWidth: 1200, clientHeight: 800 };
for (const [name, value] of Object.entries(size)) {
  Object.defineProperty(HTMLElement.prototype, name, { configurable: true, get: () => value });
}

HTMLElement.prototype.scrollTo = () => undefined;
