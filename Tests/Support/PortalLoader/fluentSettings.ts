import { configureFluent } from "../../../Extension/Theme/configureFluent";

/** React DOM and Fluent look at the page when they are loaded: this comes before them. */
const renderers: unknown[] = [];
Object.assign(window, {
  __REACT_DEVTOOLS_GLOBAL_HOOK__: {
    supportsFiber: true,
    inject: (renderer: unknown) => renderers.push(renderer),
    onCommitFiberRoot: () => undefined,
    onCommitFiberUnmount: () => undefined,
  },
  // For the few parts of Fluent that bring style sheets; views here use none of them.
  CSPSettings: { nonce: document.querySelector<HTMLScriptElement>("script[nonce]")?.nonce },
});
configureFluent();

/** The copies of React DOM that have come up since. */
export const reactDoms: readonly unknown[] = renderers;
