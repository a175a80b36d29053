import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { ChangedError } from "../../../Client/Core/changed";
import type { Failure } from "../../../Client/Core/failure";
import type {
  NewAssignment,
  PolicyAssignment,
  PolicyAssignments,
} from "../../../Client/Policy/policyAssignment";
import type { PolicyDefinition } from "../../../Client/Policy/policyDefinition";
import type { ClusterNow } from "../../../Client/Core/defenderPlan";
import type { Permission } from "../../../Client/Core/rbac";
import { complianceTab } from "../../../Views/Tabs/Compliance/complianceTab";
import { misconfigurationsTab } from "../../../Views/Tabs/Misconfigurations/misconfigurationsTab";
import { axeViolations } from "../../Support/axe";
import { fakeHost } from "../../Support/fakeHost";
import { deferred, everything, failing, fakeServices } from "../../Support/fakeServices";
import { aComplianceIssue, aMisconfiguration, clusterId, pageOf } from "../../Support/findings";
import { openFirst, sectionOf, tableTexts } from "../../Support/onScreen";
import { anAssignment, aParameter, aPolicy } from "../../Support/policies";
import { renderTab } from "../../Support/renderPage";

/** "Container images should be deployed from trusted registries only". */
const containerLevel = "8d244d29-fa00-4332-b935-c3a51d525417";
const policyId = "febd0533-8e55-448f-b837-bd0e06f16469";
const ours = `aks-defender-${policyId}`;

interface World {
  readonly tab?: "Misconfigurations" | "Compliance";
  readonly policy?: PolicyDefinition;
  readonly definition?: () => Promise<PolicyDefinition>;
  readonly assignments?: () => Promise<PolicyAssignments>;
  readonly assign?: (assignment: NewAssignment, seen: PolicyAssignment | undefined) => Promise<void>;
  readonly cluster?: () => Promise<ClusterNow>;
  readonly at?: (scope: string) => Promise<readonly Permission[]>;
}

const noAssignments = () => Promise.resolve({ items: [], gaps: [] });

/** Opens the details of a recommendation about containers; the section is still folded. */
async function show(world: World = {}) {
  const { tab = "Misconfigurations", policy = aPolicy(), at = () => Promise.resolve(everything) } = world;
  const host = fakeHost();
  const assigned: NewAssignment[] = [];
  const definition = jest.fn(world.definition ?? (() => Promise.resolve(policy)));
  const assignments = jest.fn(world.assignments ?? noAssignments);
  const row = aMisconfiguration(containerLevel, { title: "Trusted registries", policyId });
  const issue = aComplianceIssue("c", { recommendation: containerLevel });
  const html = { descriptionHtml: "", remediationHtml: "", portalLink: undefined };
  const details = { ...html, alsoSatisfies: [], policyId };
  renderTab(
    tab === "Compliance" ? complianceTab : misconfigurationsTab,
    fakeServices({
      misconfigurations: {
        listPage: () => Promise.resolve(pageOf([row])),
        get: () => Promise.resolve({ ...row, ...html, changed: undefined }),
      },
      compliance: { listPage: () => Promise.resolve(pageOf([issue])), get: () => Promise.resolve(details) },
      policy: {
        definition,
        assignments,
        assign(assignment, seen) {
          assigned.push(assignment);
          return world.assign?.(assignment, seen) ?? Promise.resolve();
        },
      },
      permissions: { at },
      ...(world.cluster ? { cluster: { profile: world.cluster } } : {}),
    }),
    { host },
  );
  const panel = await openFirst();
  const heading = await within(panel).findByRole("button", { name: "Azure Policy" });
  return { host, assigned, definition, assignments, panel, heading };
}

async function showOpen(world: World = {}) {
  const shown = await show(world);
  await userEvent.setup().click(shown.heading);
  return { ...shown, section: sectionOf(shown.panel, "Azure Policy") };
}

async function openForm(world: World = {}) {
  const shown = await showOpen(world);
  const button = await within(shown.panel).findByRole("button", { name: "Assign policy" });
  await userEvent.setup().click(button);
  return { ...shown, form: await screen.findByRole("dialog") };
}

const choose = (form: HTMLElement, name: RegExp) =>
  userEvent.setup().click(within(form).getByRole("radio", { name }));

async function save(form: HTMLElement): Promise<void> {
  const button = within(form).getByRole("button", { name: "Assign" });
  await waitFor(() => expect(button).not.toHaveAttribute("aria-disabled", "true"));
  await userEvent.setup().click(button);
}

test.each(["Misconfigurations", "Compliance"] as const)(
  "%s: where the policy is assigned is read when the section is unfolded",
  async (tab) => {
    const { panel, heading, definition, assignments } = await show({
      tab,
      assignments: () =>
        Promise.resolve({
          items: [
            anAssignment({ displayName: "Ours", excludedNamespaces: ["kube-system", "shop"] }),
            anAssignment({
              displayName: "Baseline",
              scope: { kind: "managementGroup", id: "/mg", name: "contoso" },
              initiative: "Restricted",
              effect: "deny",
              isEnforced: false,
            }),
          ],
          gaps: [],
        }),
    });
    expect(definition).not.toHaveBeenCalled();
    expect(assignments).not.toHaveBeenCalled();
    await userEvent.setup().click(heading);
    const table = await within(panel).findByRole("table", { name: "Assignments that reach this cluster" });
    expect(tableTexts(table)).toEqual([
      ["Assignment", "Assigned at", "Effect", "Enforcement", "Excluded namespaces"],
      ["Ours", "Cluster aks", "Audit", "Enforced", "kube-system, shop"],
      ["Baseline (in the initiative Restricted)", "Management group contoso", "Deny", "Not enforced", "None"],
    ]);
    expect(within(panel).getByText(/assigned to report only/)).toBeVisible();
    expect(definition).toHaveBeenCalledWith(policyId, expect.anything());
    expect(await axeViolations(document.body)).toEqual([]);
  },
);

test("what could not be read is said, and is not taken for nothing", async () => {
  const gap: Failure = { kind: "forbidden", message: "No right at the management group." };
  const { section } = await showOpen({ assignments: () => Promise.resolve({ items: [], gaps: [gap] }) });
  expect(await within(section).findByText(/couldn't check whether the policy is in force/)).toBeVisible();
  expect(
    await within(section).findByText(/couldn't read: 1\. No right at the management group\./),
  ).toBeVisible();
  expect(section).not.toHaveTextContent(/isn't assigned/);
});

test("assignments that fail to load say so, and can be asked for again", async () => {
  let answer = () => failing({ kind: "throttled", message: "Slow down." }) as Promise<PolicyAssignments>;
  const { section } = await showOpen({ assignments: () => answer() });
  expect(await within(section).findByText(/couldn't check where the policy is assigned/)).toBeVisible();
  expect(section).toHaveTextContent("Slow down.");
  answer = noAssignments;
  await userEvent.setup().click(within(section).getByRole("button", { name: "Try again" }));
  expect(await within(section).findByText("The policy isn't assigned to this cluster.")).toBeVisible();
});

const ready: ClusterNow = { hasSensor: true, hasPolicyAddOn: true, condition: { kind: "ready" } };
const standsLike = (over: Partial<ClusterNow>) => () => Promise.resolve<ClusterNow>({ ...ready, ...over });

// Azure takes an assignment whatever the cluster; without the add-on, or stopped, the cluster does nothing about it.
test.each<[string, () => Promise<ClusterNow>, readonly RegExp[]]>([
  ["ready", standsLike({}), []],
  ["busy", standsLike({ condition: { kind: "busy", state: "Updating" } }), []],
  [
    "without the add-on",
    standsLike({ hasPolicyAddOn: false }),
    [/doesn't have the Azure Policy add-on\. Install it first/],
  ],
  ["stopped", standsLike({ condition: { kind: "stopped" } }), [/cluster is stopped\. Start it first/]],
  [
    "stopped and without the add-on",
    standsLike({ hasPolicyAddOn: false, condition: { kind: "stopped" } }),
    [/cluster is stopped\. Start it first/, /Install it first/],
  ],
  [
    "being deleted",
    standsLike({ hasPolicyAddOn: false, condition: { kind: "deleting" } }),
    [/is being deleted/],
  ],
  [
    "unreadable",
    () => failing({ kind: "forbidden", message: "No." }),
    [/couldn't check whether the cluster is running/],
  ],
])("a cluster that is %s: the form says what must happen first", async (_, cluster, texts) => {
  const { form } = await openForm({ cluster });
  await within(form).findByRole("button", { name: "Assign" });
  for (const text of texts) {
    expect(await within(form).findByText(text)).toBeVisible();
  }
  expect(within(form).queryAllByText(/first|is being deleted|couldn't check/)).toHaveLength(texts.length);
});

test.each(["deny", "audit"] as const)(
  "an assignment with %s does nothing without the add-on",
  async (effect) => {
    const { section } = await showOpen({
      cluster: standsLike({ hasPolicyAddOn: false }),
      assignments: () => Promise.resolve({ items: [anAssignment({ effect })], gaps: [] }),
    });
    expect(await within(section).findByText(/nothing in it is reported or refused/)).toBeVisible();
  },
);

test("a definition that is gone cannot be assigned", async () => {
  const { panel, section } = await showOpen({
    definition: () => failing({ kind: "notFound", message: "Gone." }),
  });
  expect(await within(section).findByText(/no longer exists in Azure/)).toBeVisible();
  await userEvent.setup().click(within(panel).getByRole("button", { name: "Assign policy" }));
  await waitFor(() => expect(within(panel).getAllByText(/no longer exists in Azure/)).toHaveLength(2));
  expect(screen.queryByRole("dialog")).not.toBeInTheDocument();
});

test("a policy is assigned with what the definition demands; the section reads again", async () => {
  const done = deferred<void>();
  let items: PolicyAssignments["items"] = [];
  const { host, assigned, section, form } = await openForm({
    policy: aPolicy({ parameters: [aParameter({ displayName: "Allowed images" })] }),
    assignments: () => Promise.resolve({ items, gaps: [] }),
    assign: () => done.promise,
  });
  expect(within(form).getByRole("radio", { name: /^This cluster/ })).toBeChecked();
  expect(within(form).getByRole("radio", { name: /^Audit/ })).toBeChecked();
  expect(within(form).getByLabelText(/^Excluded namespaces/)).toHaveValue(
    "kube-system\ngatekeeper-system\nazure-arc",
  );
  expect(within(form).queryByText(/refuses new and changed pods/)).not.toBeInTheDocument();
  expect(await axeViolations(document.body)).toEqual([]);
  await save(form);
  expect(within(form).getByText("Correct the entries that are marked.")).toBeInTheDocument();
  expect(await within(form).findByText("Enter a value. The definition requires one.")).toBeInTheDocument();
  expect(assigned).toEqual([]);

  const regex = within(form).getByRole("textbox", { name: /^Allowed images/ });
  fireEvent.change(regex, { target: { value: "^contoso\\.azurecr\\.io/.+$" } });
  await choose(form, /^Deny/);
  expect(await within(form).findByText(/pods that replace a running pod/)).toBeInTheDocument();
  await save(form);
  expect(within(form).getByRole("button", { name: "Assigning…" })).toHaveAttribute("aria-disabled", "true");
  expect(host.notices).toHaveLength(1);
  expect(host.notices[0]?.end).toBeUndefined();
  expect(assigned).toEqual([
    {
      scope: clusterId,
      name: ours,
      displayName: "Kubernetes cluster containers should only use allowed images",
      policyDefinitionId: aPolicy().id,
      parameters: {
        effect: "Deny",
        excludedNamespaces: ["kube-system", "gatekeeper-system", "azure-arc"],
        regex: "^contoso\\.azurecr\\.io/.+$",
      },
    },
  ]);
  items = [anAssignment({ effect: "deny" })];
  done.resolve();
  await waitFor(() => expect(screen.queryByRole("dialog")).not.toBeInTheDocument());
  expect(await within(section).findByText(/is in force: the cluster refuses new pods/)).toBeVisible();
  expect(host.notices).toMatchObject([{ end: "success" }]);
});

test("namespaces are checked, and system ones that are not omitted are warned of", async () => {
  const { assigned, form } = await openForm();
  await choose(form, /^Deny/);
  await choose(form, /^The subscription/);
  expect(await within(form).findByText(/This applies to every cluster in the scope/)).toBeInTheDocument();
  const box = within(form).getByLabelText(/^Excluded namespaces/);
  fireEvent.change(box, { target: { value: "azure-arc\nNot_One" } });
  expect(
    await within(form).findByText(/No longer excluded: kube-system, gatekeeper-system\./),
  ).toBeInTheDocument();
  await save(form);
  expect(await within(form).findByText("Not a namespace: Not_One")).toBeInTheDocument();
  expect(assigned).toEqual([]);
});

test("a failure keeps what was entered", async () => {
  const failure: Failure = { kind: "forbidden", message: "Not yours.", code: "AuthorizationFailed" };
  const { host, form } = await openForm({ assign: () => failing(failure) });
  await choose(form, /^Deny/);
  await save(form);
  expect(
    await within(form).findByText(/couldn't assign the policy\. Your entries are kept\. Not yours\./),
  ).toBeInTheDocument();
  expect(form).toHaveTextContent("AuthorizationFailed");
  expect(within(form).getByRole("radio", { name: /^Deny/ })).toBeChecked();
  expect(host.notices).toMatchObject([{ end: "error" }]);
});

test("without an answer it does not claim that nothing was assigned", async () => {
  const { form } = await openForm({ assign: () => failing({ kind: "offline", message: "No network." }) });
  await save(form);
  expect(
    await within(form).findByText(
      /couldn't confirm that the policy was assigned\. You can safely assign it again\. No network\./,
    ),
  ).toBeInTheDocument();
  expect(form).not.toHaveTextContent(/couldn't assign/);
});

test("an assignment of ours that would be replaced is named, only at its scope", async () => {
  const { form } = await openForm({
    assignments: () => Promise.resolve({ items: [anAssignment({ name: ours, effect: "deny" })], gaps: [] }),
  });
  expect(await within(form).findByText(/with the effect Deny\. It will be replaced/)).toBeInTheDocument();
  await choose(form, /^The resource group/);
  expect(within(form).queryByText(/It will be replaced/)).not.toBeInTheDocument();
});

test("one that someone else changed meanwhile isn't replaced: what changed, by who, and when is said", async () => {
  const known = anAssignment({ name: ours, effect: "deny" });
  const seen: unknown[] = [];
  const changed = [{ path: "notScopes", before: undefined, after: ["/subscriptions/x"] }];
  const last = { by: "grace@contoso.com", at: new Date("2026-11-29T10:00:00Z") };
  const { form, host } = await openForm({
    assignments: () => Promise.resolve({ items: [known], gaps: [] }),
    assign(_, shown) {
      seen.push(shown);
      return Promise.reject(new ChangedError("Someone else changed the assignment.", changed, last));
    },
  });
  await within(form).findByText(/It will be replaced/);
  await choose(form, /^Deny/);
  await save(form);
  expect(await within(form).findByText(/Someone else changed the assignment\./)).toHaveTextContent(
    /Last changed by grace@contoso\.com on Nov 29, 2026/,
  );
  expect(tableTexts(within(form).getByRole("table", { name: "What changed" }))).toContainEqual([
    "notScopes",
    "Not set",
    "/subscriptions/x",
  ]);
  expect(seen).toEqual([known]);
  expect(within(form).getByRole("radio", { name: /^Deny/ })).toBeChecked();
  expect(host.notices).toMatchObject([{ end: "error" }]);
});

test("a missing right is named where the policy would be assigned", async () => {
  const at = (scope: string) => Promise.resolve(scope === clusterId ? [] : everything);
  const { assigned, form } = await openForm({ at });
  const button = within(form).getByRole("button", { name: "Assign" });
  await waitFor(() =>
    expect(button).toHaveAccessibleDescription(
      "You need the permission Microsoft.Authorization/policyAssignments/write.",
    ),
  );
  expect(button).toHaveAttribute("aria-disabled", "true");
  await userEvent.setup().click(button);
  expect(assigned).toEqual([]);
  await choose(form, /^The resource group/);
  await save(form);
  await waitFor(() => expect(screen.queryByRole("dialog")).not.toBeInTheDocument());
  expect(assigned).toHaveLength(1);
});

test("what was entered is not discarded unasked", async () => {
  const { form } = await openForm();
  await choose(form, /^Deny/);
  await userEvent.setup().click(within(form).getByRole("button", { name: "Cancel" }));
  expect(await screen.findByText("Discard changes?")).toBeInTheDocument();
  await userEvent.setup().click(screen.getByRole("button", { name: "Discard" }));
  await waitFor(() => expect(screen.queryByRole("dialog")).not.toBeInTheDocument());
});
