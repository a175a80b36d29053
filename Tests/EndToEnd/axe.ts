import { expect, type Frame, type Page } from "@playwright/test";
import { readFileSync } from "node:fs";
import type { PortalTheme } from "../../Extension/PortalSdk/portalHost";
import { portalThemes } from "./fixtures";

const axeSource = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

/** The rules that look at colors. A theme changes nothing else. */
export const colorRules = ["color-contrast", "link-in-text-block"];

interface Violation {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

/**
 * Accessibility rules that a page or frame breaks, in words, as soon as its page is still. axe is evaluated by the debugger, which
 * the CSP does not stop.
 */
export async function axeViolations(
  target: Page | Frame,
  rules?: readonly string[],
): Promise<readonly string[]> {
  await isStill("frames" in target ? target : target.page());
  if (!(await target.evaluate(() => "axe" in window))) {
    await target.evaluate(axeSource);
  }
  const violations = await target.evaluate(async (runOnly) => {
    const { axe } = window as unknown as {
      axe: { run(options: object): Promise<{ violations: Violation[] }> };
    };
    // What is told of a violation is its markup; selectors of all that is in order take longer than all rules together.
    const options = {
      iframes: false,
      resultTypes: ["violations"],
      selectors: false,
      preload: false,
      // WCAG 2.2, 2.5.8: 24 pixels, or as much room around. axe has it off by default.
      rules: { "target-size": { enabled: true } },
    };
    return (await axe.run(runOnly ? { ...options, runOnly } : options)).violations;
  }, rules);
  return violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help}\n${nodes.map(({ html, failureSummary }) => `  ${html}\n  ${failureSummary ?? ""}`).join("\n")}`,
  );
}

/**
 * What the rules find in the page as it stands: all of them in the first theme, those that look at colors in the others, without
 * loading anything anew. The page has its first theme again in the end.
 */
export async function axeInThemes(
  page: Page,
  targets: readonly (Page | Frame)[],
  themes: readonly PortalTheme[] = portalThemes,
): Promise<readonly string[]> {
  const found: string[] = [];
  for (const [index, theme] of themes.entries()) {
    if (index > 0) {
      await showTheme(page, targets, theme);
    }
    for (const target of targets) {
      const violations = await axeViolations(target, index === 0 ? undefined : colorRules);
      found.push(...violations.map((violation) => `${theme}: ${violation}`));
    }
  }
  if (themes[0]) {
    await showTheme(page, targets, themes[0]);
  }
  return found;
}

/** As if another theme than the current one had been chosen in another window: nothing here loses the focus. */
export async function showTheme(
  page: Page,
  targets: readonly (Page | Frame)[],
  theme: PortalTheme,
): Promise<void> {
  const backgrounds = () =>
    Promise.all(
      targets.map((target) => target.evaluate(() => getComputedStyle(document.body).backgroundColor)),
    );
  const before = await backgrounds();
  await page.evaluate(
    (newValue) => window.dispatchEvent(new StorageEvent("storage", { key: "theme", newValue })),
    theme,
  );
  const same = async () => (await backgrounds()).filter((color, index) => color === before[index]);
  await expect.poll(same, { message: `all show ${theme}` }).toEqual([]);
}

/**
 * A page is judged when nothing moves any more, for a few pictures: a color that is inherited comes to what is inside of it later, and
 * Fluent draws what it measures (a breadcrumb, a command bar) twice for a picture.
 */
async function isStill(page: Page): Promise<void> {
  for (const frame of page.frames()) {
    await frame.evaluate(async () => {
      for (let pictures = 0; pictures < 5; pictures += 1) {
        const moving = document
          .getAnimations()
          .filter(({ playState }) => playState === "running") // Those that have ended and hold their last picture are listed too.
          .filter(({ effect }) => effect?.getComputedTiming().iterations !== Infinity);
        pictures = moving.length > 0 ? 0 : pictures;
        await Promise.allSettled(moving.map((animation) => animation.finished));
        await new Promise((resolve) => requestAnimationFrame(resolve));
      }
    });
  }
}
