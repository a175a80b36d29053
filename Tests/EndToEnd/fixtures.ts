import { readFileSync } from "node:fs";
import { test as base, type Frame, type FrameLocator, type Page } from "@playwright/test";
import type { PortalTheme } from "../../Extension/PortalSdk/portalHost";
import type { ScenarioName } from "../../Extension/ArmEmulator/Scenarios/scenarioNames";
import { startLocalPortal, type LocalPortal } from "../../Extension/LocalPortal/startLocalPortal";

export { expect } from "@playwright/test";

export const portalThemes: readonly PortalTheme[] = [
  "light",
  "dark",
  "highContrastLight",
  "highContrastDark",
];

interface Options {
  /** World behind the page. */
  readonly scenario: ScenarioName;
  /** Of that world; `undefined`: the usual one. */
  readonly seed: number | undefined;
  readonly theme: PortalTheme;
  /** Console messages that the test provokes. */
  readonly provoked: RegExp | undefined;
}

interface Fixtures {
  /** The local portal on the scenario, at any free port. */
  readonly portal: LocalPortal;
  /** The view's frame, opened from the cluster's menu. */
  readonly dashboard: FrameLocator;
  /** Fails the test for console messages and for calls that leave the machine. */
  readonly quiet: undefined;
}

export const test = base.extend<Options & Fixtures>({
  scenario: ["busy", { option: true }],
  seed: [undefined, { option: true }],
  theme: ["light", { option: true }],
  provoked: [undefined, { option: true }],

  portal: async ({ scenario, seed }, use) => {
    const portal = await startLocalPortal({ port: 0, scenario, seed });
    await use(portal);
    await portal.close();
  },

  quiet: [
    async ({ page, provoked }, use) => {
      const noise: string[] = [];
      page.on("console", (message) => {
        if (message.type() === "error" || message.type() === "warning") {
          noise.push(`console ${message.type()}: ${message.text()}`);
        }
      });
      page.on("pageerror", (error) => noise.push(`error: ${error.message}`));
      page.on("request", (request) => {
        const { hostname, protocol } = new URL(request.url());
        if (hostname !== "127.0.0.1" && protocol !== "data:") {
          noise.push(`left the machine: ${request.url()}`);
        }
      });
      await use(undefined);
      const unexpected = noise.filter((line) => !provoked?.test(line));
      if (unexpected.length > 0) {
        throw new Error(`The page was not quiet:\n${unexpected.join("\n")}`);
      }
    },
    { auto: true },
  ],

  dashboard: async ({ page, portal, theme }, use) => {
    await openPortal(page, portal, theme);
    await page.getByRole("link", { name: "Microsoft Defender for Cloud" }).click();
    await use(page.frameLocator("main iframe"));
  },
});

export async function openPortal(
  page: Page,
  portal: LocalPortal,
  theme: PortalTheme = "light",
): Promise<void> {
  await page.addInitScript((name) => window.localStorage.setItem("theme", name), theme);
  await page.goto(portal.url);
}

const axeSource = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

/** Accessibility rules that a page or frame breaks, in words. axe is evaluated by the debugger, which the CSP does not stop. */
export async function axeViolations(target: Page | Frame): Promise<readonly string[]> {
  await target.evaluate(axeSource);
  return target.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run(options: object): Promise<{ violations: Violation[] }> };
    };
    interface Violation {
      id: string;
      help: string;
      nodes: { html: string; failureSummary?: string }[];
    }
    const { violations } = await axe.run({ iframes: false });
    return violations.map(
      ({ id, help, nodes }) =>
        `${id}: ${help}\n${nodes.map(({ html, failureSummary }) => `  ${html}\n  ${failureSummary ?? ""}`).join("\n")}`,
    );
  });
}

/** The frame that holds the view. */
export function viewFrame(page: Page): Frame {
  const frame = page.frames().find((candidate) => candidate !== page.mainFrame());
  if (!frame) {
    throw new Error("The page has no view frame.");
  }
  return frame;
}
