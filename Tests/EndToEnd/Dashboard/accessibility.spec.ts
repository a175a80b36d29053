import type { Frame } from "@playwright/test";
import { axeInThemes } from "../axe";
import { detailsOf, openTab } from "../dashboardPage";
import { dashboardAddress, expect, test, viewFrame } from "../fixtures";

/** A state of the page: how to reach it from the one before, and what shows that it is there. */
interface State {
  readonly name: string;
  reach(frame: Frame): Promise<void>;
}

const firstRow = (frame: Frame) => frame.getByRole("tabpanel").getByRole("rowheader").first();

/** They are visited in one go, since opening the portal takes longer than looking at it. Those of other worlds: worlds.ts. */
const states: readonly State[] = [
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
  {
    name: "vulnerabilities",
    reach: async (frame) => {
      await detailsOf(frame).getByRole("button", { name: "Close details" }).click();
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
      await frame.getByRole("button", { name: /^Noncompliant standards: / }).click();
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
  {
    name: "why a key did nothing",
    reach: async (frame) => {
      await frame.page().keyboard.press("l");
      await frame.getByText("Logs open for alerts only.").waitFor();
    },
  },
  {
    name: "keyboard shortcuts",
    reach: async (frame) => {
      await frame.page().keyboard.press("?");
      await frame.getByRole("switch", { name: "Single-key shortcuts" }).waitFor();
    },
  },
];

test("axe finds nothing in any state of the page", async ({ page, dashboard }) => {
  await dashboard.getByRole("main").waitFor();
  const frame = viewFrame(page);
  for (const { name, reach } of states) {
    await test.step(name, async () => {
      await reach(frame);
      expect.soft(await axeInThemes(page, [frame]), name).toEqual([]);
    });
  }
  expect(await axeInThemes(page, [page])).toEqual([]);
});

test.describe("offline:", () => {
  test.use({ provoked: /Failed to load resource/ });
  test("a failed list says why, breaks no rule, and can be tried again", async ({ page, portal }) => {
    await page.route("**/api/batch", (route) => route.abort());
    await page.goto(dashboardAddress(portal));
    const frame = page.frameLocator("iframe");
    await expect(frame.getByRole("alert")).toContainText("No answer from Azure");
    await expect(frame.getByRole("tab", { name: "Alerts (—)" })).toBeVisible();
    expect(await axeInThemes(page, [viewFrame(page)])).toEqual([]);
    await page.unroute("**/api/batch");
    await frame.getByRole("tabpanel").getByRole("button", { name: "Try again" }).click();
    await expect(frame.getByText("42 alerts")).toBeVisible();
  });
});
