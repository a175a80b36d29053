import userEvent from "@testing-library/user-event";
import { act, screen, waitFor, within } from "@testing-library/react";
import type { ClusterNow } from "../../../Client/Core/defenderPlan";
import type { Host } from "../../../Client/Core/host";
import { quickFixKeys } from "../../../Client/QuickFixes/quickFixKeys";
import { aLiveCluster } from "../../Support/aLiveCluster";
import { fakeHost } from "../../Support/fakeHost";
import { deferred, fakeServices } from "../../Support/fakeServices";
import { aMisconfiguration, pageOf } from "../../Support/findings";
import { openTab, theGrid } from "../../Support/onScreen";
import { planSettingsWith } from "../../Support/planSettings";
import { renderDashboard } from "../../Support/renderDashboard";
import { renderSettings } from "../../Support/renderSettings";

const pendingKey = "pendingfixes/11111111-1111-4111-8111-111111111111/g/prod";
const url =
  "https://management.azure.com/subscriptions/11111111-1111-4111-8111-111111111111/providers/Microsoft.ContainerService/locations/westeurope/operations/1?api-version=2017-08-31";
const row = aMisconfiguration(quickFixKeys.policyAddOn, { title: "Add-on" });
const lacking: ClusterNow = { hasSensor: true, hasPolicyAddOn: false, condition: { kind: "ready" } };
const off = { pricingTier: "Free", extensions: [], enablementTime: null };

/** A fix in progress, as a page has noted it. `silentFor`: seconds since its follower was to be heard of; absent: it has none. */
function runningFix(host: Host, silentFor?: number) {
  const follower =
    silentFor === undefined
      ? {}
      : { follower: { page: "another", until: new Date(Date.now() - silentFor * 1000).toISOString() } };
  const fix = { id: row.id, fix: "policyAddOn", startedAt: new Date().toISOString(), operationUrl: url };
  return host.settings.write(pendingKey, JSON.stringify({ version: 1, fixes: [{ ...fix, ...follower }] }));
}

function world() {
  const followed: string[] = [];
  const end = deferred<undefined>();
  let profile = lacking;
  const services = fakeServices({
    misconfigurations: { listPage: () => Promise.resolve(pageOf([row])) },
    cluster: { profile: () => Promise.resolve(profile) },
    planSettings: { read: (at) => Promise.resolve(planSettingsWith({ ...off, inherited: "True" }, at)) },
    quickFixes: {
      readLive: () => Promise.resolve(aLiveCluster()),
      follow(operationUrl) {
        followed.push(operationUrl);
        return end.promise;
      },
    },
  });
  return {
    services,
    followed,
    async ends() {
      profile = { ...lacking, hasPolicyAddOn: true };
      await act(async () => {
        end.resolve(undefined);
        await end.promise;
      });
    },
  };
}

test("the settings in their pane don't follow once more what the dashboard follows, and see its end", async () => {
  const { services, followed, ends } = world();
  const dashboard = fakeHost();
  const pane = { ...fakeHost(), settings: dashboard.settings };
  await runningFix(dashboard);
  renderDashboard(services, { host: dashboard });
  await waitFor(() => expect(followed).toEqual([url]));
  const settings = renderSettings(services, pane);
  expect(await within(settings.container).findByText("Fixing…")).toBeInTheDocument();
  await act(async () => {
    pane.changeElsewhere();
    await pane.settings.read(pendingKey);
  });
  await ends();
  await waitFor(() => expect(dashboard.notices).toMatchObject([{ end: "success" }]));
  await waitFor(async () => expect(await dashboard.settings.read(pendingKey)).toContain("fixedAt"));
  act(() => pane.changeElsewhere());
  await waitFor(() => expect(within(settings.container).queryByText("Fixing…")).not.toBeInTheDocument());
  expect(followed).toEqual([url]);
  expect(pane.notices).toEqual([]);
});

test("a fix whose follower was heard of just now is shown, and left to it", async () => {
  const { services, followed } = world();
  const host = fakeHost();
  await runningFix(host, -30);
  renderDashboard(services, { host });
  await openTab("Misconfigurations");
  expect(await within(await theGrid()).findByText("Fixing…")).toBeInTheDocument();
  expect(followed).toEqual([]);
  expect(host.notices).toEqual([]);
});

test.each([
  ["has fallen silent", 1],
  ["isn't noted", undefined],
])("a fix whose follower %s is followed by the page that finds it", async (_, silentFor) => {
  const { services, followed, ends } = world();
  const host = fakeHost();
  await runningFix(host, silentFor);
  renderDashboard(services, { host });
  await waitFor(() => expect(followed).toEqual([url]));
  expect(await host.settings.read(pendingKey)).not.toContain("another");
  await ends();
  await waitFor(() => expect(host.notices).toMatchObject([{ end: "success" }]));
  expect(screen.queryByText("Fixing…")).not.toBeInTheDocument();
});

describe("a page that follows and closes", () => {
  async function followedInAPane() {
    const { services, followed } = world();
    const pane = fakeHost();
    const dashboard = { ...fakeHost(), settings: pane.settings };
    await runningFix(pane);
    const settings = renderSettings(services, pane);
    await waitFor(() => expect(followed).toEqual([url]));
    renderDashboard(services, { host: dashboard });
    await openTab("Misconfigurations");
    expect(await within(await theGrid()).findByText("Fixing…")).toBeInTheDocument();
    expect(followed).toEqual([url]);
    return { dashboard, pane, settings, followed };
  }

  test("by its view leaves the fix to the one that hears of it", async () => {
    const { dashboard, settings, followed } = await followedInAPane();
    settings.unmount();
    await waitFor(async () => expect(await dashboard.settings.read(`${pendingKey}/left`)).toBeDefined());
    act(() => dashboard.changeElsewhere());
    await waitFor(() => expect(followed).toEqual([url, url]));
  });

  test("with its frame, in which nothing runs any more, does so as well", async () => {
    const { dashboard, pane, followed } = await followedInAPane();
    const before = await pane.settings.read(pendingKey);
    pane.leave();
    // One call that waits for nothing, and what others have stored stays as it is.
    expect(await pane.settings.read(`${pendingKey}/left`)).toBeDefined();
    expect(await pane.settings.read(pendingKey)).toBe(before);
    act(() => dashboard.changeElsewhere());
    await waitFor(() => expect(followed).toEqual([url, url]));
  });

  test("by its button says so to its opener", async () => {
    const { pane, settings } = await followedInAPane();
    const before = pane.announced();
    await userEvent.click(within(settings.container).getByRole("button", { name: "Close" }));
    expect(pane.announced()).toBe(before + 1);
  });

  test("another page's leaving takes the fix from no one", async () => {
    const { services, followed } = world();
    const host = fakeHost();
    await runningFix(host, -30);
    await host.settings.write(`${pendingKey}/left`, "some other page");
    renderDashboard(services, { host });
    await openTab("Misconfigurations");
    expect(await within(await theGrid()).findByText("Fixing…")).toBeInTheDocument();
    expect(followed).toEqual([]);
  });
});

test("a claim that lapses is noticed at once, not at the next look around", async () => {
  const { services, followed } = world();
  const host = fakeHost();
  await runningFix(host, -1);
  renderDashboard(services, { host });
  await waitFor(() => expect(followed).toEqual([url]), { timeout: 10_000 });
});
