import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { Misconfiguration } from "../../../Client/Misconfigurations/misconfiguration";
import { FixChangedError } from "../../../Client/QuickFixes/fixChanged";
import type { QuickFixName } from "../../../Client/QuickFixes/quickFixKeys";
import { quickFixKeys } from "../../../Client/QuickFixes/quickFixKeys";
import type { Permission } from "../../../Client/Core/rbac";
import type { ApplyOptions, QuickFixService } from "../../../Client/QuickFixes/quickFixService";
import type { RegisteredTab } from "../../../Views/Kit/Model/findingsTab";
import { complianceTab } from "../../../Views/Tabs/Compliance/complianceTab";
import { misconfigurationsTab } from "../../../Views/Tabs/Misconfigurations/misconfigurationsTab";
import { aClusterBody, aLiveCluster } from "../../Support/aLiveCluster";
import { axeViolations } from "../../Support/axe";
import { fakeHost } from "../../Support/fakeHost";
import { deferred, everything, failing, fakeServices } from "../../Support/fakeServices";
import { aComplianceIssue, aMisconfiguration, clusterId, pageOf } from "../../Support/findings";
import {
  command,
  commandWorks,
  openFirst,
  openTab,
  selectRows,
  tableTexts,
  theGrid,
} from "../../Support/onScreen";
import { renderPage } from "../../Support/renderPage";

const titles: Readonly<Record<QuickFixName, string>> = {
  policyAddOn: "Add-on",
  defenderProfile: "Profile",
  authorizedIpRanges: "Ranges",
  diagnosticLogs: "Logs",
};

function fixable(fix: QuickFixName): Misconfiguration {
  return aMisconfiguration(quickFixKeys[fix], { title: titles[fix] });
}

const workspace = {
  id: "/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/logs/providers/Microsoft.OperationalInsights/workspaces/central",
  name: "central",
  resourceGroup: "logs",
  location: "westeurope",
};

/** Where the portal keeps the fixes of the cluster. */
const pendingKey = "pendingfixes/11111111-1111-4111-8111-111111111111/g/prod";

interface World {
  /** Absent: the misconfigurations alone. */
  readonly tabs?: readonly RegisteredTab[];
  readonly fixes?: Partial<QuickFixService>;
  readonly rows?: () => readonly Misconfiguration[];
  readonly rights?: readonly Permission[];
  /** Where rights are read at the cluster only; absent: `rights` are those of every scope. */
  readonly at?: () => Promise<readonly Permission[]>;
  readonly host?: ReturnType<typeof fakeHost>;
}

function show(fix: QuickFixName, world: World = {}) {
  const { tabs = [misconfigurationsTab], host = fakeHost(), rows = () => [fixable(fix)] } = world;
  const applied: (readonly [fix: string, input: unknown])[] = [];
  const apply: QuickFixService["apply"] = (name, input, options) => {
    applied.push([name, input]);
    return world.fixes?.apply?.(name, input, options) ?? Promise.resolve();
  };
  const issue = aComplianceIssue("control", {
    recommendation: quickFixKeys[fix],
    title: "In a standard",
    assessmentId: fixable(fix).id,
  });
  const services = fakeServices({
    quickFixes: {
      readLive: () => Promise.resolve(aLiveCluster({ workspaces: [workspace] })),
      ...world.fixes,
      apply,
    },
    misconfigurations: { listPage: () => Promise.resolve(pageOf(rows())) },
    compliance: { listPage: () => Promise.resolve(pageOf([issue])) },
    ...(world.at
      ? {
          permissions: {
            at: (scope) =>
              scope === clusterId ? (world.at?.() ?? Promise.resolve([])) : Promise.resolve(everything),
          },
        }
      : {}),
    ...(world.rights ? { permissions: { at: () => Promise.resolve(world.rights ?? []) } } : {}),
  });
  return { host, applied, ...renderPage(tabs, services, { host }) };
}

async function openFix(fix: QuickFixName): Promise<HTMLElement> {
  const button = await screen.findByRole("button", { name: `Quick fix: ${titles[fix]}` });
  await userEvent.setup().click(button);
  return screen.findByRole("dialog");
}

const press = async (inside: HTMLElement, name: string) =>
  userEvent.setup().click(await within(inside).findByRole("button", { name }));

async function changesIn(form: HTMLElement) {
  return tableTexts(await within(form).findByRole("table", { name: "Properties before and after the fix" }));
}

const canApply = (form: HTMLElement) =>
  within(form)
    .getByRole("button", { name: /^Apply/ })
    .getAttribute("aria-disabled") !== "true";

/** The form and the question about it are both dialogs. */
async function answer(name: string): Promise<void> {
  await userEvent.setup().click(await screen.findByRole("button", { name }));
}

const waitingText = "Fixed, waiting for re-evaluation (up to 30 minutes)";
const header = ["Property", "Before", "After"];

test("the add-on is installed from the grid: before and after, one notification, and the row waits, also after a reload", async () => {
  const world = show("policyAddOn");
  const form = await openFix("policyAddOn");
  expect(screen.queryByRole("complementary", { name: "Details", hidden: true })).not.toBeInTheDocument();
  expect(await changesIn(form)).toEqual([
    header,
    ["Cluster: properties.addonProfiles", "Not set", expect.stringContaining('"enabled": true')],
  ]);
  expect(within(form).getByText(/managedClusters\/write on /)).toBeInTheDocument();
  expect(within(form).getByText(/gatekeeper-system shows running pods/)).toBeInTheDocument();
  expect(await axeViolations(document.body)).toEqual([]);
  await press(form, "Apply fix");
  expect(await within(form).findByText(waitingText)).toBeInTheDocument();
  expect(world.applied).toEqual([["policyAddOn", {}]]);
  expect(world.host.notices).toEqual([
    {
      notice: {
        title: "Install the Azure Policy add-on",
        description: "Done. Defender for Cloud checks again within 30 minutes.",
      },
      end: "success",
    },
  ]);
  await press(form, "Done");
  expect(await within(await theGrid()).findByText(waitingText)).toBeInTheDocument();
  world.unmount();
  show("policyAddOn", { tabs: [misconfigurationsTab, complianceTab], host: world.host });
  expect(await within(await theGrid()).findByText(waitingText)).toBeInTheDocument();
  await openTab("Compliance");
  expect(await within(await theGrid()).findByText(waitingText)).toBeInTheDocument();
});

test("what the assessment no longer reports is forgotten, also where it comes back", async () => {
  const host = fakeHost();
  const first = show("policyAddOn", { host });
  const form = await openFix("policyAddOn");
  await press(form, "Apply fix");
  await within(form).findByText(waitingText);
  first.unmount();
  const second = show("policyAddOn", { host, rows: () => [fixable("authorizedIpRanges")] });
  await screen.findByRole("button", { name: "Quick fix: Ranges" });
  await waitFor(async () => expect(await host.settings.read(pendingKey)).not.toContain("policyAddOn"));
  second.unmount();
});

test("a fix from long ago is still reported, and can be carried out again", async () => {
  const host = fakeHost();
  const past = new Date(Date.now() - 31 * 60_000).toISOString();
  const fix = {
    id: fixable("policyAddOn").id.toLowerCase(),
    fix: "policyAddOn",
    startedAt: past,
    fixedAt: past,
  };
  await host.settings.write(pendingKey, JSON.stringify({ version: 1, fixes: [fix] }));
  show("policyAddOn", { host });
  expect(await screen.findByText("Still reported 30 minutes after the fix")).toBeInTheDocument();
  await selectRows("Add-on");
  await commandWorks("Quick fix");
  await userEvent.setup().click(command("Quick fix"));
  expect(await changesIn(await screen.findByRole("dialog"))).toHaveLength(2);
});

test("a portal that keeps nothing stops nothing", async () => {
  const refuse = () => Promise.reject(new Error("Storage is off."));
  show("policyAddOn", { host: { ...fakeHost(), settings: { read: refuse, write: refuse } } });
  const form = await openFix("policyAddOn");
  await press(form, "Apply fix");
  expect(await within(form).findByText(waitingText)).toBeInTheDocument();
});

test("the Defender profile takes a workspace, or makes the default one", async () => {
  const { applied } = show("defenderProfile");
  const form = await openFix("defenderProfile");
  expect(await within(form).findByText("Choose a Log Analytics workspace.")).toBeInTheDocument();
  expect(canApply(form)).toBe(false);
  const user = userEvent.setup();
  await user.click(within(form).getByRole("combobox", { name: /^Log Analytics workspace/ }));
  await user.click(await screen.findByRole("option", { name: /^Default workspace/ }));
  expect((await changesIn(form)).map(([path]) => path)).toEqual([
    "Property",
    expect.stringContaining("New resource group: "),
    expect.stringContaining("New workspace: "),
    "Cluster: properties.securityProfile",
  ]);
  expect(await axeViolations(document.body)).toEqual([]);
  await user.click(within(form).getByRole("combobox", { name: /^Log Analytics workspace/ }));
  await user.click(await screen.findByRole("option", { name: /^central/ }));
  expect(await changesIn(form)).toHaveLength(2);
  await press(form, "Apply fix");
  await within(form).findByText(waitingText);
  expect(applied).toEqual([["defenderProfile", { workspace: { id: workspace.id } }]]);
});

test("ranges are checked line by line, and no one is locked out unasked", async () => {
  const { applied } = show("authorizedIpRanges");
  const form = await openFix("authorizedIpRanges");
  const box = await within(form).findByLabelText(/^Authorized IP ranges/);
  fireEvent.change(box, { target: { value: "203.0.113.0/24\nhome\n10.0.0.0/99" } });
  expect(within(form).getByText("Line 2, home: Enter an IPv4 address.")).toBeInTheDocument();
  expect(
    within(form).getByText(/^Line 3, 10.0.0.0\/99: Enter a prefix length from 0 to 32/),
  ).toBeInTheDocument();
  expect(canApply(form)).toBe(false);
  fireEvent.change(box, { target: { value: "203.0.113.0/24\n" } });
  expect(await within(form).findByText(/you lose access/)).toBeInTheDocument();
  expect((await changesIn(form))[1]?.[2]).toContain("203.0.113.0/24");
  expect(await axeViolations(document.body)).toEqual([]);
  await press(form, "Apply fix");
  await screen.findByText("Restrict access to the API server?");
  expect(applied).toEqual([]);
  await answer("Restrict access");
  await waitFor(() =>
    expect(applied).toEqual([["authorizedIpRanges", { ranges: ["203.0.113.0/24"], callerIp: undefined }]]),
  );
});

test("a Basic load balancer is refused in words", async () => {
  const body = aClusterBody({ networkProfile: { loadBalancerSku: "basic" } });
  show("authorizedIpRanges", { fixes: { readLive: () => Promise.resolve(aLiveCluster({ body })) } });
  const form = await openFix("authorizedIpRanges");
  expect(await within(form).findByText(/with a Basic load balancer/)).toBeInTheDocument();
  expect(canApply(form)).toBe(false);
});

test("logs begin with what is suggested, and more is warned of", async () => {
  const { applied } = show("diagnosticLogs");
  const form = await openFix("diagnosticLogs");
  const user = userEvent.setup();
  await user.click(await within(form).findByRole("combobox", { name: /^Log Analytics workspace/ }));
  await user.click(await screen.findByRole("option", { name: /^central/ }));
  expect(within(form).getByRole("checkbox", { name: "kube-audit-admin" })).toBeChecked();
  expect(within(form).getByRole("checkbox", { name: "kube-audit" })).not.toBeChecked();
  await user.click(within(form).getByRole("checkbox", { name: "kube-audit" }));
  expect(await within(form).findByText(/pay for the same logs twice/)).toBeInTheDocument();
  await user.click(within(form).getByRole("checkbox", { name: "kube-audit" }));
  expect(await axeViolations(document.body)).toEqual([]);
  await press(form, "Apply fix");
  await within(form).findByText(waitingText);
  expect(applied).toEqual([
    ["diagnosticLogs", { workspaceId: workspace.id, categories: ["kube-audit-admin", "guard"] }],
  ]);
});

test("the missing right is named and nothing can be sent", async () => {
  show("policyAddOn", { rights: [{ actions: ["*/read"], notActions: [] }] });
  const form = await openFix("policyAddOn");
  expect(
    await within(form).findByText(
      `You need the permission Microsoft.ContainerService/managedClusters/write on ${clusterId}.`,
    ),
  ).toBeInTheDocument();
  expect(canApply(form)).toBe(false);
});

test("rights that can't be read are said, with the way to try again, and leave it to the service", async () => {
  let tries = 0;
  const at = () => {
    tries += 1;
    return tries === 1 ? failing({ kind: "offline", message: "No answer." }) : Promise.resolve([]);
  };
  show("policyAddOn", { at });
  const form = await openFix("policyAddOn");
  expect(
    await within(form).findByText(`We couldn't check your permissions on ${clusterId}.`, { exact: false }),
  ).toHaveTextContent("No answer.");
  expect(canApply(form)).toBe(true);
  await press(form, "Try again");
  expect(await within(form).findByText(/^You need the permission .+managedClusters\/write/)).toBeVisible();
  expect(canApply(form)).toBe(false);
});

test("while another operation is in progress the fix offers to wait for it", async () => {
  const idle = deferred<undefined>();
  const failures = [() => failing({ kind: "conflict", message: "Upgrading.", code: "OperationNotAllowed" })];
  const { host, applied } = show("policyAddOn", {
    fixes: {
      apply: () => failures.pop()?.() ?? Promise.resolve(),
      waitUntilIdle({ onProgress }) {
        onProgress({ status: "Upgrading", percent: undefined, elapsedSeconds: 5 });
        return idle.promise;
      },
    },
  });
  const form = await openFix("policyAddOn");
  await press(form, "Apply fix");
  expect(await within(form).findByText(/AKS runs one at a time/)).toBeInTheDocument();
  await press(form, "Wait and retry");
  expect(
    await within(form).findByText("Waiting for the other operation: Upgrading, 5 s"),
  ).toBeInTheDocument();
  expect(applied).toHaveLength(1);
  idle.resolve(undefined);
  expect(await within(form).findByText(waitingText)).toBeInTheDocument();
  expect(applied).toHaveLength(2);
  expect(host.notices.map(({ end }) => end)).toEqual(["error", "success"]);
});

test("a cluster that changed meanwhile is shown, and the fix is planned anew from it", async () => {
  const seen = aLiveCluster();
  const now = aLiveCluster({
    body: aClusterBody({ addonProfiles: { httpApplicationRouting: { enabled: true } } }),
    etag: "2",
  });
  const bodies: unknown[] = [];
  const failures = [new FixChangedError("The cluster changed.", seen, now)];
  show("policyAddOn", {
    fixes: {
      apply(_name: QuickFixName, _input: unknown, options: ApplyOptions) {
        bodies.push(options.seen.etag);
        const failure = failures.pop();
        return failure ? Promise.reject(failure) : Promise.resolve();
      },
    },
  });
  const form = await openFix("policyAddOn");
  await press(form, "Apply fix");
  const changed = await within(form).findByRole("table", { name: "Properties that changed in the meantime" });
  expect(tableTexts(changed)[1]?.[0]).toBe("properties.addonProfiles");
  expect((await changesIn(form))[1]?.[0]).toBe("Cluster: properties.addonProfiles.azurepolicy");
  await press(form, "Apply updated fix");
  expect(await within(form).findByText(waitingText)).toBeInTheDocument();
  expect(bodies).toEqual(["1", "2"]);
});

const url = "https://management.azure.com/operations/1";

test("closing the form stops nothing, progress goes to the notification, and a reload follows the operation", async () => {
  const host = fakeHost();
  const end = deferred<undefined>();
  const first = show("policyAddOn", {
    host,
    fixes: {
      apply(_name: QuickFixName, _input: unknown, { onProgress }: ApplyOptions) {
        onProgress({
          resource: "cluster",
          status: "Updating",
          percent: 40,
          elapsedSeconds: 12,
          operationUrl: url,
        });
        return end.promise;
      },
    },
  });
  const form = await openFix("policyAddOn");
  await press(form, "Apply fix");
  expect(await within(form).findByText("Cluster: Updating, 40 %, 12 s")).toBeInTheDocument();
  expect(host.notices.map(({ notice }) => notice.description)).toEqual(["Cluster: Updating, 40 %, 12 s"]);
  await press(form, "Close and continue in background");
  expect(await within(await theGrid()).findByText("Fixing…")).toBeInTheDocument();
  first.unmount();
  // The page that closes, which is the one that follows, says that it has left.
  await waitFor(async () => {
    const left = await host.settings.read(`${pendingKey}/left`);
    expect(await host.settings.read(pendingKey)).toContain(`"follower":{"page":"${left}"`);
  });

  const followed: string[] = [];
  const finish = deferred<undefined>();
  show("policyAddOn", {
    host,
    fixes: {
      follow(operationUrl) {
        followed.push(operationUrl);
        return finish.promise;
      },
    },
  });
  expect(await within(await theGrid()).findByText("Fixing…")).toBeInTheDocument();
  expect(followed).toEqual([url]);
  finish.resolve(undefined);
  expect(await within(await theGrid()).findByText(waitingText)).toBeInTheDocument();
  expect(host.notices.at(-1)?.end).toBe("success");
});

test("a failed operation keeps what was entered, says why, and is not remembered", async () => {
  const failure = { kind: "unexpected", message: "The range overlaps.", code: "BadRange" } as const;
  const { host } = show("authorizedIpRanges", { fixes: { apply: () => failing(failure) } });
  const form = await openFix("authorizedIpRanges");
  const box = await within(form).findByLabelText(/^Authorized IP ranges/);
  fireEvent.change(box, { target: { value: "203.0.113.7" } });
  await press(form, "Apply fix");
  await answer("Restrict access");
  expect(await within(form).findByText(/The range overlaps/)).toBeInTheDocument();
  expect(within(form).getByText("BadRange")).toBeInTheDocument();
  expect(within(form).getByLabelText(/^Authorized IP ranges/)).toHaveValue("203.0.113.7");
  expect(canApply(form)).toBe(true);
  expect(host.notices).toEqual([
    {
      notice: { title: "Restrict access to the API server", description: "The range overlaps." },
      end: "error",
    },
  ]);
  await press(form, "Cancel");
  expect(within(await theGrid()).queryByText(waitingText)).not.toBeInTheDocument();
});

test("the command says why it does not fit, and of several it runs those that need no input after a question", async () => {
  const rows = [
    fixable("policyAddOn"),
    fixable("authorizedIpRanges"),
    fixable("diagnosticLogs"),
    aMisconfiguration("other"),
  ];
  const { applied, host } = show("policyAddOn", { rows: () => rows });
  await theGrid();
  expect(command("Quick fix")).toHaveAttribute(
    "title",
    "Select at least one recommendation with a quick fix.",
  );
  await selectRows("Recommendation other");
  await waitFor(() =>
    expect(command("Quick fix")).toHaveAttribute("title", "None of these recommendations has a quick fix."),
  );
  await selectRows("Ranges", "Logs");
  await waitFor(() =>
    expect(command("Quick fix")).toHaveAttribute("title", expect.stringMatching(/needs input/)),
  );
  await selectRows("Add-on");
  await commandWorks("Quick fix");
  await userEvent.setup().click(command("Quick fix"));
  const question = await screen.findByRole("dialog");
  expect(
    within(question).getByText(/Install the Azure Policy add-on\. Not included, because .*Restrict access/),
  ).toBeInTheDocument();
  const without = /Not included because there's no quick fix: Recommendation other\./;
  expect(within(question).getByText(without)).toBeInTheDocument();
  await press(question, "Apply");
  expect(await within(await theGrid()).findByText(waitingText)).toBeInTheDocument();
  expect(applied).toEqual([["policyAddOn", {}]]);
  // And once more when it is done.
  await waitFor(() =>
    expect(host.notices).toContainEqual(
      expect.objectContaining({
        notice: { title: "Apply quick fixes", description: expect.stringMatching(without) as string },
        end: "warning",
      }),
    ),
  );
});

test("one quick fix among rows without names those before its form opens", async () => {
  const rows = [fixable("policyAddOn"), aMisconfiguration("other")];
  show("policyAddOn", { rows: () => rows });
  await theGrid();
  await selectRows("Recommendation other", "Add-on");
  await commandWorks("Quick fix");
  await userEvent.setup().click(command("Quick fix"));
  const question = await screen.findByRole("dialog", {
    name: "Open the quick fix Install the Azure Policy add-on?",
  });
  expect(within(question).getByText(/no quick fix: Recommendation other\./)).toBeInTheDocument();
  await press(question, "Open");
  expect(await screen.findByRole("button", { name: "Apply fix" })).toBeVisible();
});

test("the details and the other tab lead to the same form", async () => {
  show("policyAddOn", { tabs: [complianceTab] });
  const panel = await openFirst();
  expect(within(panel).queryByRole("dialog")).not.toBeInTheDocument();
  await userEvent.setup().click(await screen.findByRole("button", { name: "Quick fix: In a standard" }));
  expect(await changesIn(await screen.findByRole("dialog"))).toHaveLength(2);
});

test("only the write that makes the recommendation turn is followed after a reload", async () => {
  const { host } = show("policyAddOn", {
    fixes: {
      apply(_name: QuickFixName, _input: unknown, { onProgress }: ApplyOptions) {
        const progress = { status: "Creating", percent: undefined, elapsedSeconds: 3, operationUrl: url };
        onProgress({ ...progress, resource: "workspace" });
        return deferred<undefined>().promise;
      },
    },
  });
  const form = await openFix("policyAddOn");
  await press(form, "Apply fix");
  expect(await within(form).findByText("New workspace: Creating, 3 s")).toBeInTheDocument();
  expect((await host.settings.read(pendingKey)) ?? "").not.toContain(url);
});

test("fixes of other clusters are neither followed nor forgotten here", async () => {
  const host = fakeHost();
  const now = new Date().toISOString();
  const other = fixable("policyAddOn").id.toLowerCase().replace("/prod/", "/test/");
  const text = JSON.stringify({
    version: 1,
    fixes: [{ id: other, fix: "policyAddOn", startedAt: now, operationUrl: url }],
  });
  const otherKey = pendingKey.replace(/prod$/, "test");
  await host.settings.write(otherKey, text);
  // Even under this cluster's key.
  await host.settings.write(pendingKey, text);
  const follow = () => failing({ kind: "unexpected", message: "Nobody may follow this." });
  const { host: shown } = show("policyAddOn", { host, fixes: { follow } });
  const form = await openFix("policyAddOn");
  await press(form, "Apply fix");
  expect(await within(form).findByText(waitingText)).toBeInTheDocument();
  await waitFor(async () =>
    expect(await host.settings.read(pendingKey)).toContain(fixable("policyAddOn").id.toLowerCase()),
  );
  expect(await host.settings.read(otherKey)).toBe(text);
  expect(shown.notices).toHaveLength(1);
});

test("what another page of the cluster has stored meanwhile is kept", async () => {
  const rows = () => [fixable("policyAddOn"), fixable("diagnosticLogs")];
  const { host } = show("policyAddOn", { rows });
  const form = await openFix("policyAddOn");
  const now = new Date().toISOString();
  const theirs = fixable("diagnosticLogs").id.toLowerCase();
  const fixes = [{ id: theirs, fix: "diagnosticLogs", startedAt: now, fixedAt: now }];
  await host.settings.write(pendingKey, JSON.stringify({ version: 1, fixes }));
  await press(form, "Apply fix");
  expect(await within(form).findByText(waitingText)).toBeInTheDocument();
  await waitFor(async () =>
    expect(await host.settings.read(pendingKey)).toContain(fixable("policyAddOn").id.toLowerCase()),
  );
  expect(await host.settings.read(pendingKey)).toContain(theirs);
});

test("however often a change is told of, one fix has one follower and one notification", async () => {
  const host = fakeHost();
  const startedAt = new Date().toISOString();
  const id = fixable("policyAddOn").id.toLowerCase();
  const fixes = [{ id, fix: "policyAddOn", startedAt, operationUrl: url }];
  await host.settings.write(pendingKey, JSON.stringify({ version: 1, fixes }));
  const ended = deferred<undefined>();
  const followed: string[] = [];
  show("policyAddOn", {
    host,
    fixes: {
      follow(operationUrl) {
        followed.push(operationUrl);
        return ended.promise;
      },
    },
  });
  await waitFor(() => expect(followed).toHaveLength(1));
  for (let time = 0; time < 3; time += 1) {
    await act(async () => {
      host.changeElsewhere();
      await host.settings.read(pendingKey);
    });
  }
  await act(async () => {
    ended.resolve(undefined);
    await ended.promise;
  });
  expect(await within(await theGrid()).findByText(waitingText)).toBeInTheDocument();
  expect(followed).toEqual([url]);
  expect(host.notices).toHaveLength(1);
});
