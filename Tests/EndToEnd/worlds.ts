import type { FrameLocator, Page } from "@playwright/test";
import type { ScenarioName } from "../../Extension/ArmEmulator/Scenarios/scenarioNames";
import type { LocalPortal } from "../../Extension/LocalPortal/startLocalPortal";
import { allTabsCounted, openTab, planStatus, rowsOf, tabNames, type TabName } from "./dashboardPage";
import { expect } from "./fixtures";
import { all, type Expected } from "./numbers";

/** A world as one sees it on opening the page. */
export interface SeenWorld {
  readonly scenario: ScenarioName;
  readonly title: string;
  /** What the tabs say; absent: the page shows no findings, and no number. */
  readonly numbers?: Readonly<Record<TabName, Expected>>;
  /** Alerts that the service counts and whose severity is none that it documents: they are in no level's number. */
  readonly unranked?: number;
  /** Whether the screen has parts that no other has, for axe to look at: `says` ends on it. */
  readonly hasOwnScreen?: boolean;
  /** What the screen says of this world. */
  says?(seen: {
    readonly page: Page;
    readonly dashboard: FrameLocator;
    readonly portal: LocalPortal;
  }): Promise<void>;
}

export const worlds: readonly SeenWorld[] = [
  {
    scenario: "busy",
    title: "with CSPM it ranks by risk, with owners and where they stand",
    numbers: all("some"),
    async says({ dashboard }) {
      for (const name of tabNames.slice(1)) {
        await openTab(dashboard, name);
        const headers = dashboard.getByRole("columnheader");
        await expect(headers.nth(1)).toHaveText(/^Risk level/);
        await expect(headers.filter({ hasText: /^(Owner name|Status)/ })).toHaveCount(2);
        await expect(dashboard.getByText(/Defender CSPM adds/)).toHaveCount(0);
      }
    },
  },
  {
    scenario: "healthy",
    title: "says that there are no alerts",
    numbers: all("none"),
    hasOwnScreen: true,
    async says({ dashboard }) {
      await expect(dashboard.getByRole("heading", { name: "No security alerts" })).toBeVisible();
      await expect(dashboard.getByRole("tab", { name: "Alerts (0)" })).toBeVisible();
    },
  },
  {
    scenario: "plan-off",
    title: "both ways to begin stand in place of the dashboard, and that one may take them",
    hasOwnScreen: true,
    async says({ dashboard, portal }) {
      const start = dashboard.getByRole("region", { name: "This cluster isn't protected yet" });
      await expect(start.getByRole("heading", { name: "This cluster isn't protected yet" })).toBeVisible();
      await expect(start.getByRole("article")).toHaveCount(2);
      await expect(start.getByRole("article").first()).toContainText("Microsoft Defender for Containers");
      await expect(start.getByRole("article").last()).toContainText("Defender CSPM");
      await expect(
        start.getByText("You have permission to enable these plans.", { exact: true }),
      ).toBeVisible();
      await expect(start.getByRole("link", { name: /Open the plans of the subscription/ })).toHaveAttribute(
        "href",
        /^https:\/\/portal\.azure\.com\//,
      );
      await expect(dashboard.getByText(/No security alerts|No vulnerabilities/)).toHaveCount(0);
      // Everything at once; then the rights in the nodes' own resource group, if the cluster names it before the plan is known.
      expect([[9], [9, 1]]).toContainEqual(portal.emulator.requests.map(({ batch }) => batch));
    },
  },
  {
    scenario: "plan-on-cluster",
    title: "says that the plan is on for this cluster alone",
    numbers: all("some"),
    says: ({ dashboard }) => expect(planStatus(dashboard)).toContainText("On(for this cluster)"),
  },
  {
    scenario: "plan-on-subscription",
    title: "says that the plan is on for the subscription",
    numbers: all("some"),
    says: ({ dashboard }) => expect(planStatus(dashboard)).toContainText("On(for subscription)"),
  },
  {
    scenario: "plan-partial",
    title: "names the configurations that are missing",
    numbers: all("some"),
    async says({ dashboard }) {
      const status = planStatus(dashboard);
      await expect(status).toContainText("Partial");
      await expect(status).toContainText(/Kubernetes API access \(failed: .+\); Registry access/);
    },
  },
  { scenario: "plan-extended", title: "says its numbers", numbers: all("some") },
  { scenario: "bulk-troubles", title: "says its numbers", numbers: all("some") },
  {
    scenario: "sensor-missing",
    title: "names what the cluster itself lacks, and on the tabs that suffer from it",
    numbers: all("some"),
    async says({ dashboard }) {
      const sensor = "Defender sensor (not installed in this cluster)";
      const policy = "Azure Policy (not installed in this cluster)";
      await expect(planStatus(dashboard)).toContainText("Partial");
      await expect(planStatus(dashboard)).toContainText(`${sensor}; ${policy}`);
      const banner = dashboard.getByRole("tabpanel").getByText(/might be missing, because this is off/);
      await expect(banner).toHaveText(`Some alerts might be missing, because this is off: ${sensor}`);
      await openTab(dashboard, "Misconfigurations");
      await expect(banner).toHaveText(
        `Some misconfigurations might be missing, because this is off: ${policy}`,
      );
      await openTab(dashboard, "Vulnerabilities");
      await expect(rowsOf(dashboard).first()).toBeVisible();
      await expect(banner).toHaveCount(0);
    },
  },
  {
    scenario: "cspm-off",
    title: "ranks by severity, leaves the owners out and says what CSPM would add",
    numbers: all("some"),
    async says({ dashboard }) {
      for (const name of tabNames.slice(1)) {
        await openTab(dashboard, name);
        await expect(rowsOf(dashboard).first()).toBeVisible();
        const headers = dashboard.getByRole("columnheader");
        await expect(headers.nth(1)).toHaveText(/^Severity/);
        await expect(headers.filter({ hasText: /^(Risk level|Owner name|Status)/ })).toHaveCount(0);
        await expect(dashboard.getByText(/^Ranked by severity\. Defender CSPM adds/)).toBeVisible();
        await expect(dashboard.getByText(/risk level:/i)).toHaveCount(0);
      }
    },
  },
  {
    scenario: "cspm-only",
    title: "alerts are not covered, which is not the same as none; the others are listed",
    numbers: { ...all("some"), Alerts: { unknown: "plan off" } },
    hasOwnScreen: true,
    async says({ dashboard }) {
      await expect(
        dashboard.getByRole("heading", { name: "Protection is off, so alerts aren't reported" }),
      ).toBeVisible();
      await expect(
        dashboard.getByText(/To find alerts, enable Microsoft Defender for Containers/),
      ).toBeVisible();
      await expect(dashboard.getByText("No security alerts")).toHaveCount(0);
      await expect(planStatus(dashboard)).toContainText("Off");
    },
  },
  {
    scenario: "never-scanned",
    title: "nothing scanned is not called clean",
    numbers: { ...all({ unknown: "not scanned yet" }), Alerts: "none" },
    hasOwnScreen: true,
    async says({ dashboard }) {
      await openTab(dashboard, "Compliance");
      await expect(
        dashboard.getByRole("heading", { name: "No standard assesses this cluster yet" }),
      ).toBeVisible();
      for (const name of ["Misconfigurations", "Vulnerabilities"] as const) {
        await openTab(dashboard, name);
        await expect(dashboard.getByRole("heading", { name: "Not scanned yet" })).toBeVisible();
        await expect(dashboard.getByText(/take up to 24 hours/)).toBeVisible();
      }
      await expect(
        dashboard.getByText(/No (vulnerabilities|misconfigurations|compliance issues)$/),
      ).toHaveCount(0);
    },
  },
  {
    scenario: "new-cluster",
    title: "a cluster of a minute ago is not scanned yet, whatever the tab",
    numbers: all({ unknown: "not scanned yet" }),
    async says({ dashboard }) {
      for (const name of tabNames) {
        await openTab(dashboard, name);
        await expect(dashboard.getByRole("heading", { name: "Not scanned yet" })).toBeVisible();
        await expect(
          dashboard.getByText(/^This cluster has been protected since .* Expect results by /),
        ).toBeVisible();
      }
    },
  },
  {
    scenario: "cspm-free-off",
    title: "without foundational CSPM nothing will be scanned, and the way to enable it is there",
    numbers: { ...all({ unknown: "not scanned yet" }), Alerts: "some" },
    hasOwnScreen: true,
    async says({ dashboard }) {
      for (const name of ["Compliance", "Misconfigurations"] as const) {
        await openTab(dashboard, name);
        await expect(dashboard.getByText(/Foundational CSPM .* is off/)).toBeVisible();
        await expect(dashboard.getByRole("link", { name: /^Open the plans/ })).toBeVisible();
      }
    },
  },
  {
    scenario: "cluster-deleted",
    title: "says that the cluster is gone, and shows nothing of what may still be listed",
    hasOwnScreen: true,
    async says({ dashboard, portal }) {
      await expect(dashboard.getByRole("heading", { name: "This cluster doesn't exist" })).toBeVisible();
      await expect(dashboard.getByText(portal.emulator.clusterId)).toBeVisible();
      await expect(dashboard.getByText("ResourceNotFound")).toBeVisible();
      await expect(dashboard.getByRole("menuitem")).toHaveCount(0);
      await expect(dashboard.getByRole("button", { name: "Go to Kubernetes services" })).toBeVisible();
      await expect(dashboard.getByRole("grid")).toHaveCount(0);
    },
  },
  {
    scenario: "no-access",
    title: "names the missing action and the request; no one is told to enable anything",
    numbers: all({ unknown: "no permission" }),
    hasOwnScreen: true,
    async says({ dashboard }) {
      const alert = dashboard.getByRole("alert");
      await expect(alert).toContainText("Microsoft.Security/locations/alerts/read");
      await expect(alert).toContainText("AccessDenied");
      await expect(alert).toContainText(/[0-9a-f]{8}-[0-9a-f]{4}/);
      await allTabsCounted(dashboard);
      const actions = {
        Alerts: "Microsoft.Security/locations/alerts/read",
        Vulnerabilities: "Microsoft.Security/assessments/read",
        Misconfigurations: "Microsoft.Security/assessments/read",
        Compliance:
          "Microsoft.Security/regulatoryComplianceStandards/regulatoryComplianceControls/regulatoryComplianceAssessments/read",
      };
      for (const name of [...tabNames.slice(1), tabNames[0]]) {
        await openTab(dashboard, name);
        await expect(dashboard.getByRole("alert")).toContainText(` ${actions[name]} `);
      }
      await expect(planStatus(dashboard)).toContainText(
        "—We couldn't check the status: Microsoft.Security/pricings/read",
      );
      await expect(dashboard.getByText("This cluster isn't protected yet")).toHaveCount(0);
    },
  },
  {
    scenario: "cluster-only",
    title: "an empty answer without the right to read is not called clean",
    numbers: all({ unknown: "no permission" }),
    async says({ dashboard }) {
      await expect(dashboard.getByRole("alert")).toContainText("Microsoft.Security/locations/alerts/read");
      await expect(dashboard.getByText("No security alerts")).toBeHidden();
    },
  },
  {
    scenario: "group-only",
    title: "what the nodes' own resource group hides is named",
    numbers: { ...all("some"), Compliance: { unknown: "no permission" } },
    async says({ dashboard }) {
      for (const name of ["Alerts", "Vulnerabilities", "Misconfigurations"] as const) {
        await openTab(dashboard, name);
        await expect(
          dashboard.getByText(/^Not all .* are shown\. .* on the node resource group MC_/),
        ).toBeVisible();
      }
    },
  },
  {
    scenario: "second-page-fails",
    title: "keeps page one and says what is missing",
    numbers: { ...all("some"), Alerts: "part" },
    async says({ dashboard }) {
      await expect(dashboard.getByText(/Only the first 1,000 of 1,240 alerts could be loaded/)).toBeVisible();
      await dashboard.getByRole("button", { name: "Remove filter Status" }).click();
      await expect(dashboard.getByText("1,000 of 1,240 alerts", { exact: true })).toBeVisible();
      await dashboard.getByRole("button", { name: "Reset" }).click();
      await expect(dashboard.getByRole("button", { name: "Try again" })).toBeVisible();
      await expect(rowsOf(dashboard).first()).toBeVisible();
    },
  },
  {
    scenario: "malformed-rows",
    title: "counts the rows that could not be read",
    numbers: all("some"),
    unranked: 3,
    hasOwnScreen: true,
    async says({ dashboard }) {
      await expect(dashboard.getByText(/couldn't read 4 rows from Defender for Cloud/)).toBeVisible();
      await dashboard.getByRole("button", { name: "Remove filter Status" }).click();
      await expect(dashboard.getByText("45 of 49 alerts", { exact: true })).toBeVisible();
      await dashboard.getByRole("button", { name: "Reset" }).click();
      await dashboard.getByRole("button", { name: "Show details" }).click();
      await expect(dashboard.getByText(/Catastrophic/)).toBeVisible();
    },
  },
  {
    scenario: "throttled",
    title: "recovers by itself after Retry-After",
    numbers: all("some"),
    async says({ dashboard, portal }) {
      await expect(dashboard.getByRole("status", { name: "Loading alerts" })).toBeVisible();
      await expect(dashboard.getByText(/^\d+ of 42 alerts$/)).toBeVisible();
      await allTabsCounted(dashboard);
      await expect(dashboard.getByRole("tab", { name: /—/ })).toHaveCount(0);
      // Of the four lists two were refused once, and only they were asked again; the last call is for the rights in the nodes'
      // group, and may be answered after the lists.
      const asked = () => {
        const sizes = portal.emulator.requests.map(({ batch = 0 }) => batch);
        return [sizes[0], sizes.reduce((sum, size) => sum + size, 0)];
      };
      await expect.poll(asked).toEqual([9, 12]);
    },
  },
  {
    scenario: "slow",
    title: "shows placeholders until the numbers are there",
    numbers: all("some"),
    hasOwnScreen: true,
    says: ({ dashboard }) => expect(dashboard.getByRole("status", { name: "Loading alerts" })).toBeVisible(),
  },
];
