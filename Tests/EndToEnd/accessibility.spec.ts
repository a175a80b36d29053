import type { Frame, Page } from "@playwright/test";
import type { ScenarioName } from "../../Extension/ArmEmulator/Scenarios/scenarioNames";
import { axeViolations, expect, openPortal, portalThemes, test, viewFrame } from "./fixtures";

/** A state of the page: how to reach it, and what shows that it is there. */
interface State {
  readonly name: string;
  readonly scenario: ScenarioName;
  reach(frame: Frame): Promise<void>;
}

const states: readonly State[] = [
  { name: "findings", scenario: "busy", reach: (frame) => frame.getByText("42 alerts").waitFor() },
  {
    name: "details",
    scenario: "busy",
    reach: async (frame) => {
      await frame.getByRole("rowheader").first().click();
      await frame.getByRole("button", { name: /^Kubernetes pod/ }).click();
    },
  },
  {
    name: "misconfigurations",
    scenario: "busy",
    reach: async (frame) => {
      await frame.getByRole("tab", { name: /^Misconfigurations/ }).click();
      await frame.getByRole("rowheader").first().click();
      await frame.getByRole("button", { name: "Remediation steps" }).waitFor();
    },
  },
  {
    name: "a filter's values",
    scenario: "busy",
    reach: async (frame) => {
      await frame.getByRole("button", { name: /^Severity:/ }).click();
      await frame.getByRole("dialog").waitFor();
    },
  },
  {
    name: "filtered to none",
    scenario: "busy",
    reach: async (frame) => {
      await frame.getByRole("searchbox").fill("zzz");
      await frame.getByText("No matches").waitFor();
    },
  },
  { name: "clean", scenario: "healthy", reach: (frame) => frame.getByText("No security alerts").waitFor() },
  {
    name: "not covered",
    scenario: "plan-off",
    reach: (frame) => frame.getByText(/^Nothing looks for/).waitFor(),
  },
  { name: "no permission", scenario: "no-access", reach: (frame) => frame.getByRole("alert").waitFor() },
  { name: "partial", scenario: "malformed-rows", reach: (frame) => frame.getByText(/4 rows/).waitFor() },
  { name: "loading", scenario: "slow", reach: (frame) => frame.getByRole("status").first().waitFor() },
];

for (const theme of portalThemes) {
  for (const { name, scenario, reach } of states) {
    test.describe(`${theme}:`, () => {
      test.use({ scenario, theme });
      test(`axe finds nothing in "${name}"`, async ({ page, dashboard }) => {
        await dashboard.getByRole("tab").first().waitFor();
        const frame = viewFrame(page);
        await reach(frame);
        await settled(page);
        expect(await axeViolations(frame)).toEqual([]);
        expect(await axeViolations(page)).toEqual([]);
      });
    });
  }
}

for (const theme of portalThemes) {
  test.describe(`${theme}, offline:`, () => {
    test.use({ theme, provoked: /Failed to load resource/ });
    test("a failed list says why, breaks no rule, and can be tried again", async ({ page, portal }) => {
      await page.route("**/api/batch", (route) => route.abort());
      await openPortal(page, portal, theme);
      await page.getByRole("link", { name: "Microsoft Defender for Cloud" }).click();
      const frame = page.frameLocator("iframe");
      await expect(frame.getByRole("alert")).toContainText("No answer from Azure", { timeout: 20_000 });
      await expect(frame.getByRole("tab", { name: "Alerts (—)" })).toBeVisible();
      await settled(page);
      expect(await axeViolations(viewFrame(page))).toEqual([]);
      await page.unroute("**/api/batch");
      await frame.getByRole("button", { name: "Try again" }).click();
      await expect(frame.getByText("42 alerts")).toBeVisible();
    });
  });
}

/** Colours are judged when nothing moves any more. */
async function settled(page: Page): Promise<void> {
  for (const frame of page.frames()) {
    await frame.evaluate(() =>
      Promise.all(
        document
          .getAnimations()
          .filter((animation) => animation.effect?.getComputedTiming().iterations !== Infinity)
          .map((animation) => animation.finished),
      ),
    );
  }
}
