import type { Frame, Page } from "@playwright/test";
import type { PortalTheme } from "../../Extension/PortalSdk/portalHost";
import type { ScenarioName } from "../../Extension/ArmEmulator/Scenarios/scenarioNames";
import { detailsOf, openTab } from "./dashboardPage";
import { axeViolations, expect, openPortal, portalThemes, test, viewFrame } from "./fixtures";

/** A state of the page: how to reach it from the one before, and what shows that it is there. */
interface State {
  readonly name: string;
  reach(frame: Frame): Promise<void>;
}

/** States that are visited in one go, since opening the portal takes longer than looking at it. */
interface Visit {
  readonly scenario: ScenarioName;
  readonly states: readonly State[];
}

const firstRow = (frame: Frame) => frame.getByRole("tabpanel").getByRole("rowheader").first();

const visits: readonly Visit[] = [
  {
    scenario: "busy",
    states: [
      { name: "findings", reach: (frame) => frame.getByText("42 alerts").waitFor() },
      {
        name: "a filter's values",
        reach: async (frame) => {
          await frame.getByRole("button", { name: /^Severity:/ }).click();
          await frame.getByRole("dialog").waitFor();
        },
      },
      {
        name: "filtered to none",
        reach: async (frame) => {
          await frame.getByRole("searchbox").click();
          await frame.getByRole("searchbox").fill("zzz");
          await frame.getByText("No matches").waitFor();
        },
      },
      {
        name: "details",
        reach: async (frame) => {
          await frame.getByRole("button", { name: "Clear search and filters" }).click();
          await firstRow(frame).click();
          await frame.getByRole("button", { name: /^Kubernetes cluster/ }).click();
        },
      },
      {
        name: "misconfigurations",
        reach: async (frame) => {
          await detailsOf(frame).getByRole("button", { name: "Close details" }).click();
          await openTab(frame, "Misconfigurations");
          await firstRow(frame).click();
          await frame.getByRole("button", { name: "Remediation steps" }).waitFor();
        },
      },
    ],
  },
  {
    scenario: "busy",
    states: [
      {
        name: "vulnerabilities",
        reach: async (frame) => {
          await openTab(frame, "Vulnerabilities");
          await firstRow(frame).waitFor();
        },
      },
      {
        name: "a vulnerable component with an open CVE",
        reach: async (frame) => {
          await firstRow(frame).click();
          await detailsOf(frame).getByRole("rowheader").first().click();
          await detailsOf(frame)
            .getByRole("region", { name: /^Details of CVE-/ })
            .waitFor();
        },
      },
      {
        name: "compliance",
        reach: async (frame) => {
          await detailsOf(frame).getByRole("button", { name: "Close details" }).click();
          await openTab(frame, "Compliance");
          await frame.getByRole("button", { name: /^Non-compliant standards: / }).click();
          await frame.getByRole("region", { name: "Standards" }).getByRole("listitem").first().waitFor();
        },
      },
      {
        name: "compliance details",
        reach: async (frame) => {
          await firstRow(frame).click();
          await frame.getByRole("button", { name: "The same fix satisfies" }).waitFor();
        },
      },
    ],
  },
  one("healthy", "clean", (frame) => frame.getByText("No security alerts").waitFor()),
  one("cspm-only", "not covered", (frame) => frame.getByText(/^Nothing looks for/).waitFor()),
  one("plan-off", "prerequisites", (frame) => frame.getByText("You may switch them on.").waitFor()),
  one("cluster-deleted", "cluster gone", (frame) => frame.getByText("This cluster does not exist").waitFor()),
  one("never-scanned", "never scanned", async (frame) => {
    await openTab(frame, "Vulnerabilities");
    await frame.getByRole("heading", { name: "Not scanned yet" }).waitFor();
  }),
  one("no-access", "no permission", (frame) => frame.getByRole("alert").waitFor()),
  one("malformed-rows", "partial", (frame) => frame.getByText(/4 rows/).waitFor()),
  one("slow", "loading", (frame) => frame.getByRole("status").first().waitFor()),
];

function one(scenario: ScenarioName, name: string, reach: State["reach"]): Visit {
  return { scenario, states: [{ name, reach }] };
}

/** Screens that take the grid's place have the colours of text alone: the two themes that differ most are enough for them. */
const visitsIn = (theme: PortalTheme): readonly Visit[] =>
  theme === "light" || theme === "highContrastDark"
    ? visits
    : visits.filter(({ states }) => states.length > 1);

for (const theme of portalThemes) {
  for (const { scenario, states } of visitsIn(theme)) {
    test.describe(`${theme}:`, () => {
      test.use({ scenario, theme });
      test(`axe finds nothing in ${states.map(({ name }) => `"${name}"`).join(", ")}`, async ({
        page,
        dashboard,
      }) => {
        await dashboard.getByRole("main").waitFor();
        const frame = viewFrame(page);
        for (const { name, reach } of states) {
          await test.step(name, async () => {
            await reach(frame);
            await settled(page);
            expect.soft(await axeViolations(frame), name).toEqual([]);
          });
        }
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
