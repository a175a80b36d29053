import { act, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { FailureError, type Failure } from "../../../Client/Core/failure";
import type { NodePool, NodePools } from "../../../Client/NodePools/nodePool";
import type { OperationProgress } from "../../../Client/Core/operationState";
import type { Permission } from "../../../Client/Core/rbac";
import type { UpgradeOptions } from "../../../Client/NodePools/nodePoolService";
import { vulnerabilitiesTab } from "../../../Views/Tabs/Vulnerabilities/vulnerabilitiesTab";
import { axeViolations } from "../../Support/axe";
import { fakeHost } from "../../Support/fakeHost";
import { deferred, everything, failing, fakeServices } from "../../Support/fakeServices";
import { aComponent, pageOf } from "../../Support/findings";
import { aNodePool, nodePoolsOf } from "../../Support/nodePools";
import { factOf, openFirst, sectionOf } from "../../Support/onScreen";
import { renderTab } from "../../Support/renderPage";

interface World {
  readonly pools?: readonly NodePool[];
  readonly list?: () => Promise<NodePools>;
  readonly rights?: readonly Permission[];
}

/** Opens the details of the vulnerable pool `apps`, whose upgrade the test drives. */
async function show({ pools = [aNodePool()], list, rights = everything }: World = {}) {
  const host = fakeHost();
  const started: NodePool[] = [];
  const upgrade = deferred<void>();
  let told: UpgradeOptions = {};
  const component = aComponent("apps", { kind: "nodePool", place: undefined });
  renderTab(
    vulnerabilitiesTab,
    fakeServices({
      vulnerabilities: {
        listPage: () => Promise.resolve(pageOf([component])),
        get: () =>
          Promise.resolve({ vulnerabilities: [], unreadable: [], sameImage: [], portalLink: undefined }),
      },
      nodePools: {
        list: list ?? (() => Promise.resolve(nodePoolsOf(pools))),
        upgradeImage(pool, options = {}) {
          started.push(pool);
          told = options;
          return upgrade.promise;
        },
      },
      permissions: { at: () => Promise.resolve(rights) },
    }),
    { host },
  );
  const panel = await openFirst();
  await within(panel).findByRole("heading", { name: "Node image and version" });
  const tell = (progress: OperationProgress) => act(() => told.onProgress?.(progress));
  return { host, started, upgrade, tell, panel, section: sectionOf(panel, "Node image and version") };
}

/** At the foot of the details. */
const upgradeButton = async () =>
  within(await screen.findByRole("complementary", { name: "Details" })).findByRole("button", {
    name: "Upgrade node image",
  });

async function startUpgrade(): Promise<void> {
  const button = await upgradeButton();
  await waitFor(() => expect(button).not.toHaveAttribute("aria-disabled", "true"));
  await userEvent.setup().click(button);
  await userEvent.setup().click(await screen.findByRole("button", { name: "Upgrade" }));
}

const running = { status: "Upgrading", elapsedSeconds: 40, percent: 25 };

test("a pool's image and version, the latest ones, and what an upgrade does", async () => {
  const upgradeSettings = {
    maxSurge: "50%",
    maxUnavailable: undefined,
    drainTimeoutMinutes: 45,
    soakMinutes: 2,
  };
  const { section } = await show({
    pools: [aNodePool({ name: "other" }), aNodePool({ name: "Apps", mode: "System", upgradeSettings })],
  });
  expect(await within(section).findByText(/^A newer node image is available/)).toBeVisible();
  const facts = [
    ["Mode", "System"],
    ["Type of node pool", "VirtualMachineScaleSets"],
    ["Operating system", "Ubuntu"],
    ["VM size", "Standard_D8ds_v5"],
    ["Nodes", "4"],
    ["Node image", "AKSUbuntu-2204gen2containerd-202608.12.0"],
    ["Latest node image", "AKSUbuntu-2204gen2containerd-202611.10.0"],
    ["Kubernetes version", "1.33.4"],
    ["Latest version for the control plane", "1.34.1"],
    ["Nodes replaced, one after the other", "4"],
    ["Nodes added first", "2"],
    ["Nodes that might be unavailable", "0"],
    ["Longest drain of one node", "45 min"],
    ["Wait after each node", "2 min"],
  ] as const;
  expect(facts.map(([name]) => [name, factOf(section, name)])).toEqual(facts);
  expect(within(section).getByText(/^This is a system pool/)).toBeVisible();
  expect(within(section).getByText(/^PodDisruptionBudgets aren't shown/)).toBeVisible();
  expect(within(section).queryByText(/single node/)).not.toBeInTheDocument();
  expect(await axeViolations(document.body)).toEqual([]);
});

test("an upgrade is asked about, told of once, and goes on when the details are closed", async () => {
  let pools = [aNodePool({ count: 1 })];
  const { host, started, upgrade, tell, panel, section } = await show({
    list: () => Promise.resolve(nodePoolsOf(pools)),
  });
  await userEvent.setup().click(await upgradeButton());
  const question = await screen.findByRole("dialog");
  expect(question).toHaveTextContent(
    /every node of the pool \(1\)\..*30 min.*single node.*PodDisruptionBudgets/,
  );
  expect(await axeViolations(document.body)).toEqual([]);
  await userEvent.setup().click(within(question).getByRole("button", { name: "Cancel" }));
  expect(started).toEqual([]);

  await startUpgrade();
  expect(started.map(({ name }) => name)).toEqual(["apps"]);
  expect(await within(section).findByText("Asking AKS to upgrade…")).toBeVisible();
  tell(running);
  expect(await within(section).findByText("Upgrading for 40 s, 25 %")).toBeVisible();
  expect(await upgradeButton()).toHaveAttribute("aria-disabled", "true");
  expect(await axeViolations(document.body)).toEqual([]);
  await userEvent.setup().click(within(panel).getByRole("button", { name: "Close details" }));
  expect(screen.queryByRole("heading", { name: "Node image and version" })).not.toBeInTheDocument();
  expect(host.notices).toMatchObject([{ end: undefined }]);

  const reopened = sectionOf(await openFirst(), "Node image and version");
  expect(await within(reopened).findByText("Upgrading for 40 s, 25 %")).toBeVisible();
  pools = [aNodePool({ image: aNodePool().latestImage })];
  upgrade.resolve();
  expect(await within(reopened).findByText(/^Upgraded\. Waiting for Defender for Cloud/)).toBeVisible();
  expect(await within(reopened).findByText(/^The nodes have the latest node image\./)).toBeVisible();
  expect(host.notices).toMatchObject([{ end: "success" }]);
});

const failure = (kind: Failure["kind"]): FailureError => new FailureError({ kind, message: "AKS says." });

test.each<[string, Failure["kind"], readonly OperationProgress[], RegExp, string]>([
  ["refused", "conflict", [], /^We couldn't start the upgrade\. AKS says\./, "error"],
  [
    "sent without an answer",
    "offline",
    [],
    /^We couldn't confirm that the upgrade started.* AKS says\./,
    "warning",
  ],
  [
    "failed in the end",
    "unexpected",
    [running, { ...running, status: "Failed" }],
    /^The upgrade failed\. AKS says\./,
    "error",
  ],
  [
    "lost from sight",
    "offline",
    [running],
    /^The upgrade started, but we couldn't follow it.*AKS says\./,
    "warning",
  ],
  ["watched too long", "unexpected", [running], /^The upgrade started, but we couldn't follow it/, "warning"],
])("an upgrade that is %s says what is known of it", async (_, kind, progress, text, end) => {
  const { host, upgrade, tell, section } = await show();
  await startUpgrade();
  await within(section).findByText("Asking AKS to upgrade…");
  progress.forEach(tell);
  upgrade.reject(failure(kind));
  expect(await within(section).findByText(text)).toBeVisible();
  expect(within(section).getByRole("button", { name: "Refresh" })).toBeVisible();
  expect(within(section).queryByText(/^Upgraded/)).not.toBeInTheDocument();
  await waitFor(() => expect(host.notices).toMatchObject([{ end }]));
});

test.each<[string, Partial<NodePool>, RegExp]>([
  ["on the latest image", { image: aNodePool().latestImage }, /^The nodes have the latest image\.$/],
  ["that is being changed", { provisioningState: "Scaling" }, /^AKS is changing the pool: Scaling\.$/],
  ["that is stopped", { isStopped: true }, /^The pool is stopped\. Start it first\.$/],
  ["without nodes", { count: 0 }, /^The pool has no nodes\.$/],
  [
    "above the latest image",
    { image: "AKSUbuntu-2204gen2containerd-202612.01.0" },
    /^The nodes have a newer image than the latest one that AKS reports\.$/,
  ],
  ["of a type without it", { type: "AvailabilitySet" }, /this type of pool: AvailabilitySet\.$/],
])("a pool %s cannot be upgraded, and it says why", async (_, over, why) => {
  const { started } = await show({ pools: [aNodePool(over)] });
  const button = await upgradeButton();
  await waitFor(() => expect(button).toHaveAccessibleDescription(why));
  expect(button).toHaveAttribute("aria-disabled", "true");
  await userEvent.setup().click(button);
  expect(screen.queryByRole("dialog")).not.toBeInTheDocument();
  expect(started).toEqual([]);
});

test.each<[NodePools["condition"], RegExp]>([
  [{ kind: "stopped" }, /^The cluster is stopped\. Start the cluster first\.$/],
  [{ kind: "deleting" }, /^The cluster is being deleted\.$/],
  [{ kind: "busy", state: "Updating" }, /^AKS is changing the cluster \(Updating\).*Wait until/],
])(
  "in a cluster that is %j no pool can be upgraded, and it says what comes first",
  async (condition, why) => {
    await show({ list: () => Promise.resolve(nodePoolsOf([aNodePool()], { condition })) });
    await waitFor(async () => expect(await upgradeButton()).toHaveAccessibleDescription(why));
  },
);

test("a cluster whose last change failed is told before the upgrade", async () => {
  const condition = { kind: "failed", state: "Failed" } as const;
  const { section } = await show({ list: () => Promise.resolve(nodePoolsOf([aNodePool()], { condition })) });
  expect(await within(section).findByText(/ended with Failed, so AKS might refuse/)).toBeVisible();
});

test("a missing right is named", async () => {
  await show({ rights: [] });
  const why = /need the permission .*upgradeNodeImageVersion\/action\.$/;
  await waitFor(async () => expect(await upgradeButton()).toHaveAccessibleDescription(why));
  expect(await upgradeButton()).toHaveAttribute("aria-disabled", "true");
});

test("what is not known of the newest versions is said, and does not stop an upgrade", async () => {
  const latestFailure: Failure = { kind: "forbidden", message: "No right to profiles." };
  const { section } = await show({
    list: () =>
      Promise.resolve(
        nodePoolsOf([aNodePool({ latestImage: undefined, latestVersion: undefined, latestFailure })], {
          controlPlane: { version: undefined, latestVersion: undefined, failure: latestFailure },
          condition: { kind: "ready" },
        }),
      ),
  });
  expect(
    await within(section).findByText(/^We couldn't check whether there's a newer node image/),
  ).toBeVisible();
  expect(section).toHaveTextContent(/couldn't read the latest image: No right to profiles\./);
  expect(section).toHaveTextContent(/couldn't read the versions of the control plane: No right/);
  expect(factOf(section, "Latest node image")).toBe("Not reported");
  await waitFor(async () => expect(await upgradeButton()).not.toHaveAttribute("aria-disabled", "true"));
});

test("a pool of single machines shows what AKS says of it, and can be upgraded", async () => {
  const pool = aNodePool({
    type: "VirtualMachines",
    mode: "SomethingNew",
    osSku: "AzureContainerLinux",
    vmSizes: ["Standard_D4s_v5", "Standard_D8s_v5"],
    count: undefined,
    autoscaling: { min: 1, max: 5 },
    image: "AKSAzureLinux-V3gen2-20269.7.0",
    latestImage: "AKSAzureLinux-V3gen2-202611.10.0",
  });
  const { section, started } = await show({ pools: [pool] });
  expect(await within(section).findByText(/^A newer node image is available/)).toBeVisible();
  const facts = [
    ["Mode", "SomethingNew"],
    ["Type of node pool", "VirtualMachines"],
    ["Operating system", "AzureContainerLinux"],
    ["VM size", "Standard_D4s_v5, Standard_D8s_v5"],
    ["Nodes", "Not reported (autoscaler: 1 to 5)"],
    ["Nodes replaced, one after the other", "Not reported"],
    ["Nodes added first", "10% of the nodes (the default of AKS)"],
    ["Nodes that might be unavailable", "0"],
  ] as const;
  expect(facts.map(([name]) => [name, factOf(section, name)])).toEqual(facts);
  expect(section).not.toHaveTextContent(/undefined|single node|deleted/);
  await userEvent.setup().click(await upgradeButton());
  expect(await screen.findByRole("dialog")).toHaveTextContent(
    /every node of the pool, but doesn't report how many.*addresses for them: 10% of the nodes/,
  );
  await userEvent.setup().click(screen.getByRole("button", { name: "Upgrade" }));
  expect(started).toEqual([pool]);
});

test("an image of another family is not called newer", async () => {
  const { section } = await show({ pools: [aNodePool({ latestImage: "AKSUbuntu-2404gen2-202611.10.0" })] });
  expect(
    await within(section).findByText(/^The latest image that AKS reports is of another family/),
  ).toBeVisible();
  expect(await upgradeButton()).not.toHaveAttribute("aria-disabled", "true");
});

test("a pool that AKS does not list is not taken for one without upgrade", async () => {
  const gaps: readonly Failure[] = [{ kind: "unexpected", message: "Node pool x could not be read." }];
  const { section } = await show({ list: () => Promise.resolve(nodePoolsOf([], { gaps })) });
  expect(
    await within(section).findByText(
      /pool apps might be one of those that we couldn't read: Node pool x could/,
    ),
  ).toBeVisible();
  expect(section).not.toHaveTextContent("deleted");
  expect(within(section).queryByRole("button", { name: "Upgrade node image" })).not.toBeInTheDocument();
});

test("pools that cannot be read say so", async () => {
  const { section } = await show({ list: () => failing({ kind: "forbidden", message: "Not yours." }) });
  expect(await within(section).findByText(/couldn't read the node pool/)).toBeVisible();
  expect(section).toHaveTextContent("Not yours.");
});
