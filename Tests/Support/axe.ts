import { act } from "@testing-library/react";
import axe from "axe-core";

/** Rules that need pixels, which jsdom has none of; the end-to-end tests run them in a browser. */
const visualRules = {
  "color-contrast": { enabled: false },
  "label-content-name-mismatch": { enabled: false },
};

/** Accessibility rules that `element` breaks, in words; empty when it breaks none. */
export async function axeViolations(element: Element): Promise<readonly string[]> {
  let violations: axe.Result[] = [];
  // Components go on measuring themselves meanwhile.
  await act(async () => {
    ({ violations } = await axe.run(element, { rules: visualRules }));
  });
  return violations.map(
    ({ id, help, nodes }) => `${id}: ${help}\n  ${nodes.map((node) => node.html).join("\n  ")}`,
  );
}
