import { act, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { ClusterNow, ClusterProfile, DefenderPlan } from "../../../Client/Core/defenderPlan";
import { FailureError, type Failure } from "../../../Client/Core/failure";
import type { Permission } from "../../../Client/Core/rbac";
import { axeViolations } from "../../Support/axe";
import { fakeHost } from "../../Support/fakeHost";
import { deferred, everything, failing, fakeServices } from "../../Support/fakeServices";
import { clusterId } from "../../Support/findings";
import { openQueriesAreAnswered } from "../../Support/openQueries";
import { renderDashboard } from "../../Support/renderDashboard";

const on: DefenderPlan = { isOn: true, scope: "subscription", missing: [] };
const off: DefenderPlan = { ...on, isOn: false };
const down: Failure = { kind: "offline", message: "No answer." };

/** What the plans answer; a failure fails. */
function plans(containers: DefenderPlan | Failure, cspm: boolean | Failure) {
  return {
    plan: {
      get: () => ("kind" in containers ? failing(containers) : Promise.resolve(containers)),
      hasCspm: () => (typeof cspm === "boolean" ? Promise.resolve(cspm) : failing(cspm)),
    },
  };
}

/** The page in place of the dashboard. */
const page = () => screen.findByRole("region", { name: "This cluster isn't protected yet" });
const isLoaded = () => screen.findByRole("tab", { name: /^Compliance \(/ });
const settingsLink = "Defender for Containers plan configurations";
const status = () => screen.findByRole("region", { name: "Microsoft Defender for Containers status" });

/**
 * Without any plan. Defender CSPM answers last: React 17 warns of answers that come in the instant after the dashboard has
 * given way to the page.
 */
async function renderWithoutPlans(over: Parameters<typeof fakeServices>[0] = {}, host = fakeHost()) {
  const cspm = deferred<boolean>();
  const { plan } = plans(off, false);
  const view = renderDashboard(fakeServices({ ...over, plan: { ...plan, hasCspm: () => cspm.promise } }), {
    host,
  });
  await screen.findByRole("tab", { name: "Alerts (—)" });
  await act(() => openQueriesAreAnswered(1));
  cspm.resolve(false);
  return view;
}

describe("without any plan", () => {
  test.each([
    ["Enable for this cluster", "cluster"],
    ["Enable for the subscription", "subscription"],
  ])("%s opens the settings there, at the review of enabling", async (name, scope) => {
    const host = fakeHost();
    await renderWithoutPlans({}, host);
    await userEvent.setup().click(within(await page()).getByRole("button", { name }));
    expect(host.panes).toEqual([["PlanSettings.ReactView", { id: clusterId, scope, start: "enable" }]]);
  });

  test("the page names both ways to begin, and who may take them", async () => {
    const { container } = await renderWithoutPlans();
    const ways = within(await page()).getAllByRole("article");
    expect(ways.map((way) => within(way).getByRole("heading").textContent)).toEqual([
      "Microsoft Defender for Containers",
      "Defender CSPM",
    ]);
    for (const way of ways) {
      expect(way).toHaveTextContent(/What it finds.*Where it's enabled.*Who can enable it.*Security Admin/);
    }
    expect(screen.queryByRole("tab")).not.toBeInTheDocument();
    expect(
      screen.queryByText(/^No .*(alerts|vulnerabilities|misconfigurations|issues)$/),
    ).not.toBeInTheDocument();
    expect(screen.getByRole("menuitem", { name: "Refresh" })).toBeVisible();
    expect(within(await page()).getByRole("link", { name: /^Open the plans/ })).toHaveAttribute(
      "rel",
      "noopener noreferrer",
    );
    expect(await within(await page()).findByText("You have permission to enable these plans.")).toBeVisible();
    expect(await axeViolations(container)).toEqual([]);
  });

  const write = "Microsoft.Security/pricings/write";
  const rights = (
    permissions: readonly Permission[],
    scope = "/subscriptions/11111111-1111-4111-8111-111111111111",
  ) => ({
    at: (asked: string) => Promise.resolve(asked === scope ? permissions : []),
  });

  test.each<[string, { at(scope: string): Promise<readonly Permission[]> }, RegExp]>([
    [
      "that one may",
      rights([{ actions: [write], notActions: [] }]),
      /^You have permission to enable these plans\.$/,
    ],
    [
      "that one may not, for an action that is missing",
      rights([{ actions: ["*/read"], notActions: [] }]),
      /^You need the permission Microsoft\.Security\/pricings\/write on this subscription to enable these plans\.$/,
    ],
    [
      "that one may not, for an action that is taken away",
      rights([{ actions: ["*"], notActions: [write] }]),
      /^You need the permission Microsoft\.Security\/pricings\/write/,
    ],
    [
      "that rights in the resource group do not help",
      rights(everything, "/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/g"),
      /^You need the permission /,
    ],
    [
      "that it is not known",
      { at: () => failing(down) },
      /^We couldn't check whether you can enable these plans: No answer\.$/,
    ],
  ])("it says %s", async (_, permissions, text) => {
    const { container } = await renderWithoutPlans({ permissions });
    expect(await within(await page()).findByText(text)).toBeVisible();
    expect(await axeViolations(container)).toEqual([]);
  });

  test("it promises nothing while the rights are not there", async () => {
    const never = deferred<readonly Permission[]>().promise;
    const at = (scope: string) =>
      scope === "/subscriptions/11111111-1111-4111-8111-111111111111" ? never : Promise.resolve(everything);
    await renderWithoutPlans({ permissions: { at } });
    expect(await page()).toBeVisible();
    expect(screen.queryByText(/enable these plans/)).not.toBeInTheDocument();
  });
});

describe("the dashboard stands", () => {
  test.each<[string, DefenderPlan | Failure, boolean | Failure]>([
    ["Defender for Containers alone is on", on, false],
    ["Defender CSPM alone is on", off, true],
    ["nothing is known of Defender for Containers", down, false],
    ["nothing is known of Defender CSPM", off, down],
    ["nothing is known of either", down, down],
  ])("when %s", async (_, containers, cspm) => {
    const { container } = renderDashboard(fakeServices(plans(containers, cspm)));
    expect(await isLoaded()).toBeVisible();
    expect(screen.queryByText("This cluster isn't protected yet")).not.toBeInTheDocument();
    expect(await axeViolations(container)).toEqual([]);
  });

  test("and with Defender CSPM alone the alerts are not covered, the others are", async () => {
    renderDashboard(fakeServices(plans(off, true)));
    await isLoaded();
    expect(
      await screen.findByRole("heading", { name: "Protection is off, so alerts aren't reported" }),
    ).toBeVisible();
    expect(screen.getByRole("alert")).toHaveTextContent(
      "To find alerts, enable Microsoft Defender for Containers",
    );
    expect(screen.getByRole("button", { name: /—\s*Alerts: plan off/ })).toBeVisible();
    for (const title of ["Vulnerabilities", "Misconfigurations", "Compliance"]) {
      expect(screen.getByRole("tab", { name: `${title} (0)` })).toBeVisible();
    }
    expect(await status()).toHaveTextContent(/Off/);
  });
});

const profiled = (profile: () => Promise<ClusterNow>) => fakeServices({ cluster: { profile } });

/** A cluster that is not there. It answers last, and rights never, for the reason of {@link renderWithoutPlans}. */
async function renderGone(over: Partial<Failure> = {}, id = clusterId) {
  const profile = deferred<ClusterNow>();
  const view = renderDashboard(
    fakeServices({
      ...plans(on, true),
      cluster: { profile: () => profile.promise },
      permissions: { at: () => deferred<readonly Permission[]>().promise },
    }),
    { id },
  );
  await waitFor(async () => expect(await status()).toHaveTextContent(/On/));
  profile.reject(new FailureError({ kind: "notFound", message: "No.", ...over }));
  return view;
}

describe("the cluster", () => {
  test("that does not exist takes the place of the dashboard", async () => {
    const { container } = await renderGone({ code: "ResourceNotFound", requestId: "r-4" });
    expect(await screen.findByRole("heading", { name: "This cluster doesn't exist" })).toBeVisible();
    const alert = screen.getByRole("alert");
    expect(alert).toHaveTextContent(clusterId);
    expect(alert).toHaveTextContent(/ResourceNotFound.*r-4/);
    expect(screen.queryByRole("tab")).not.toBeInTheDocument();
    expect(await axeViolations(container)).toEqual([]);
  });

  test("is named by the id that the page was opened with", async () => {
    const id = clusterId.replace("/prod", "/Deleted-One");
    await renderGone({}, id);
    expect(await screen.findByRole("alert")).toHaveTextContent(
      `We couldn't find the cluster ${id} in Azure.`,
    );
  });

  test.each<[Failure, RegExp]>([
    [
      {
        kind: "forbidden",
        message: "No.",
        missingAction: "Microsoft.ContainerService/managedClusters/read",
      },
      /couldn't check .*: Microsoft\.ContainerService\/managedClusters\/read Try againDefender for Containers plan configurationsCoverage$/,
    ],
    [down, /couldn't check .*: No answer\. Try againDefender for Containers plan configurationsCoverage$/],
    [
      { kind: "throttled", message: "Too many." },
      /couldn't check .*: Too many\. Try againDefender for Containers plan configurationsCoverage$/,
    ],
    [
      { kind: "unexpected", message: "Not JSON." },
      /couldn't check .*: Not JSON\. Try againDefender for Containers plan configurationsCoverage$/,
    ],
  ])("that answers %j may still be there, and its status says what is not known", async (failure, text) => {
    const { container } = renderDashboard(profiled(() => failing(failure)));
    await isLoaded();
    expect(screen.queryByText("This cluster doesn't exist")).not.toBeInTheDocument();
    await waitFor(async () => expect(await status()).toHaveTextContent(text));
    expect(await axeViolations(container)).toEqual([]);
  });

  test.each<[string, Partial<ClusterProfile>, string]>([
    ["the sensor", { hasSensor: false }, "Defender sensor (not installed in this cluster)"],
    ["the policy add-on", { hasPolicyAddOn: false }, "Azure Policy (not installed in this cluster)"],
    [
      "both",
      { hasSensor: false, hasPolicyAddOn: false },
      "Defender sensor (not installed in this cluster); Azure Policy (not installed in this cluster)",
    ],
  ])("without %s is partly protected, and its status names that", async (_, lacks, names) => {
    renderDashboard(
      profiled(() =>
        Promise.resolve({ hasSensor: true, hasPolicyAddOn: true, condition: { kind: "ready" }, ...lacks }),
      ),
    );
    await waitFor(async () =>
      expect(await status()).toHaveTextContent(
        new RegExp(
          `Partial.*missing configurations: ${names.replace(/[()]/g, "\\$&")}${settingsLink}Coverage$`,
        ),
      ),
    );
  });

  test("with everything is fully protected", async () => {
    renderDashboard(fakeServices());
    await waitFor(async () =>
      expect(await status()).toHaveTextContent(
        /On\(for subscription\)Defender for Containers plan configurationsCoverage$/,
      ),
    );
  });

  test("without a sensor that the plan has disabled is not named twice", async () => {
    const missing = [{ name: "ContainerSensor", where: "plan", failure: undefined }] as const;
    renderDashboard(
      fakeServices({
        ...plans({ ...on, missing }, true),
        cluster: {
          profile: () =>
            Promise.resolve({ hasSensor: false, hasPolicyAddOn: true, condition: { kind: "ready" } }),
        },
      }),
    );
    await waitFor(async () =>
      expect(await status()).toHaveTextContent(
        /missing configurations: Defender sensorDefender for Containers plan configurationsCoverage$/,
      ),
    );
  });
});
