import { operations } from "../../../Extension/ArmEmulator/operations";
import { allowedReads, allowedWrites } from "../../../Extension/LocalPortal/Gate/allowedOperations";
import { admit, createGate, type GateOptions } from "../../../Extension/LocalPortal/Gate/gate";
import { bodyFor } from "../../Support/gatedBodies";

const subscriptionId = "3f1c6b2e-7d84-4a59-9e20-5b8c0d9a1e47";
const otherId = "00000000-7d84-4a59-9e20-5b8c0d9a1e47";
const subscription = `/subscriptions/${subscriptionId}`;
const group = `${subscription}/resourceGroups/g.(1)`;
const cluster = `${group}/providers/Microsoft.ContainerService/managedClusters/c`;
const nodes = `${subscription}/resourceGroups/MC_g_c_westeurope`;
const options: GateOptions = {
  arm: "https://arm.test",
  cluster: { clusterId: cluster, subscriptionId, nodeResourceGroup: "MC_g_c_westeurope" },
  isReadOnly: false,
};
const gate = createGate(options);
const readOnly = createGate({ ...options, isReadOnly: true });

/** A template with something in its places. */
const filled = (template: string) =>
  template
    .replace("{cluster}", cluster)
    .replace(/^\{(resource|planScope)\}/, cluster)
    .replace(/^\{(policyScope|alertScope)\}/, group)
    .replace(/^\/?\{scope\}/, cluster)
    .replace("{subscription}", subscription)
    .replace(/\{(subscriptionId|anySubscription)\}/, subscriptionId)
    .replace("{defaultGroup}", `${subscription}/resourceGroups/DefaultResourceGroup-WEU`)
    .replace("{defaultWorkspace}", `DefaultWorkspace-${subscriptionId}-WEU`)
    .replace(/\{\w+\}/g, "x");

const query = "?api-version=2024-01-01";
const call = (entry: string, through = gate, content?: unknown) => {
  const [httpMethod = "", template = ""] = entry.split(" ");
  return through({ httpMethod, url: `${filled(template)}${query}`, content });
};
const callsOf = (list: typeof allowedReads) => list.map(({ call: entry }) => entry);
const body = (entry: string) => bodyFor(entry, { cluster, subscriptionId });

test.each(callsOf(allowedReads))("%s passes, also read-only", (entry) => {
  expect(call(entry, gate, body(entry))).toMatchObject({ allowed: true });
  expect(call(entry, readOnly, body(entry))).toMatchObject({ allowed: true });
});

test.each(callsOf(allowedWrites))("%s passes with its body only, and is refused by --read-only", (entry) => {
  expect(call(entry, gate, body(entry))).toMatchObject({ allowed: true });
  expect(call(entry, readOnly, body(entry))).toMatchObject({
    allowed: false,
    code: "ReadOnly",
    message: expect.stringMatching(
      /^Not sent: .*--read-only\. It was (PUT|POST|DELETE) \/subscriptions\//,
    ) as string,
  });
  for (const strange of [body(entry) === undefined ? {} : undefined, [], "x", { strange: true }]) {
    expect(call(entry, gate, strange)).toMatchObject({ allowed: false, code: "InvalidRequestContent" });
  }
});

test("nothing is on both lists", () => {
  const reads = callsOf(allowedReads);
  expect(reads.filter((entry) => callsOf(allowedWrites).includes(entry))).toEqual([]);
  expect(reads.filter((entry) => !/^(GET|POST) /.test(entry))).toEqual([]);
});

/** What the emulator answers for other clients than ours; a new operation belongs here or on the allow-list. */
const notOurs = [
  "GET /tenants", // `--pick` asks for it, before there is a page.
  "POST /subscriptions/*/resourceGroups/*/providers/Microsoft.ContainerService/managedClusters/*/listClusterAdminCredential",
  "POST /subscriptions/*/resourceGroups/*/providers/Microsoft.ContainerService/managedClusters/*/listClusterUserCredential",
  "PATCH /subscriptions/*/resourceGroups/*/providers/Microsoft.ContainerService/managedClusters/*",
  "GET /subscriptions/*/providers/Microsoft.ContainerService/managedClusters",
  "GET /subscriptions/*/resourceGroups/*/providers/Microsoft.ContainerService/managedClusters",
  "GET /subscriptions/*/providers/Microsoft.ContainerService/locations/*/operationresults/*",
  "GET /subscriptions/*/providers/Microsoft.Security/alerts",
  "GET /subscriptions/*/providers/Microsoft.Security/locations/*/alerts",
  "GET /subscriptions/*/resourceGroups/*/providers/Microsoft.Security/alerts",
  "GET /subscriptions/*/resourceGroups/*/providers/Microsoft.Security/locations/*/alerts",
  "GET /*/providers/Microsoft.Security/pricings",
  "GET /subscriptions/*/resourceGroups/*/providers/Microsoft.ContainerService/managedClusters/*/agentPools/*",
  "GET /subscriptions/*/providers/Microsoft.Authorization/policyDefinitions/*",
  "GET /*/providers/Microsoft.Authorization/policyAssignments/*",
  "DELETE /*/providers/Microsoft.Authorization/policyAssignments/*",
  // What Azure CLI asks for, and the page reads from Resource Graph or not at all.
  "DELETE /subscriptions/*/resourceGroups/*/providers/Microsoft.ContainerService/managedClusters/*/providers/Microsoft.Insights/diagnosticSettings/*",
  "GET /subscriptions/*/resourceGroups/*/providers/Microsoft.ContainerService/managedClusters/*/providers/Microsoft.Insights/diagnosticSettingsCategories",
  "GET /subscriptions/*/resourceGroups/*/providers/Microsoft.ContainerService/managedClusters/*/providers/Microsoft.Insights/diagnosticSettingsCategories/*",
  "GET /subscriptions/*/providers/Microsoft.OperationalInsights/workspaces",
  "GET /subscriptions/*/resourceGroups/*/providers/Microsoft.OperationalInsights/workspaces",
  "GET /subscriptions/*/resourceGroups",
  "HEAD /subscriptions/*/resourceGroups/*",
  "GET /subscriptions",
  "GET /subscriptions/*",
  "GET /subscriptions/*/resources",
  "GET /subscriptions/*/resourceGroups/*/resources",
  "GET /*/providers/Microsoft.Security/assessments",
  "GET /*/providers/Microsoft.Security/assessments/*",
  "GET /*/providers/Microsoft.Security/subAssessments",
  "GET /*/providers/Microsoft.Security/assessments/*/subAssessments",
  "GET /*/providers/Microsoft.Security/assessments/*/subAssessments/*",
  "GET /*/providers/Microsoft.Security/regulatoryComplianceStandards",
  "GET /*/providers/Microsoft.Security/regulatoryComplianceStandards/*",
  "GET /*/providers/Microsoft.Security/regulatoryComplianceStandards/*/regulatoryComplianceControls",
  "GET /*/providers/Microsoft.Security/regulatoryComplianceStandards/*/regulatoryComplianceControls/*",
  "GET /*/providers/Microsoft.Security/regulatoryComplianceStandards/*/regulatoryComplianceControls/*/regulatoryComplianceAssessments",
  "GET /*/providers/Microsoft.Security/regulatoryComplianceStandards/*/regulatoryComplianceControls/*/regulatoryComplianceAssessments/*",
  "GET /providers/Microsoft.Security/assessmentMetadata",
  "GET /providers/Microsoft.Security/assessmentMetadata/*",
  "GET /subscriptions/*/providers/Microsoft.Security/assessmentMetadata",
  "GET /subscriptions/*/providers/Microsoft.Security/assessmentMetadata/*",
  "GET /*/providers/Microsoft.Authorization/roleAssignments",
  "GET /*/providers/Microsoft.Authorization/roleDefinitions",
  "GET /*/providers/Microsoft.Authorization/roleDefinitions/*",
  "POST /*/providers/Microsoft.PolicyInsights/policyStates/*/queryResults",
  "GET /subscriptions/*/providers/*",
];

test("of the emulator's operations those are refused that the product does not use", () => {
  const names: readonly (readonly [RegExp, string])[] = [
    [
      /resourceGroups\/\{\w+\}\/providers\/Microsoft.ContainerService/,
      "resourceGroups/g.(1)/providers/Microsoft.ContainerService",
    ],
    [/managedClusters\/\{\w+\}/, "managedClusters/c"],
    [
      /resourceGroups\/\{\w+\}\/providers\/Microsoft.Security/,
      "resourceGroups/g.(1)/providers/Microsoft.Security",
    ],
    [/resourceGroups\/\{\w+\}/, "resourceGroups/DefaultResourceGroup-WEU"],
    [/workspaces\/\{\w+\}/, `workspaces/DefaultWorkspace-${subscriptionId}-WEU`],
    [/pricings\/\{\w+\}/, "pricings/Containers"],
    [/(?<=PUT .*)policyAssignments\/\{\w+\}/, "policyAssignments/aks-defender-x"],
  ];
  const ownNames = (entry: string) => names.reduce((rest, [name, own]) => rest.replace(name, own), entry);
  const notFound = operations.filter(({ method, path }) => {
    const passage = call(ownNames(`${method} ${path}`));
    return !passage.allowed && passage.code !== "InvalidRequestContent";
  });
  expect(notFound.map(({ method, path }) => `${method} ${path.replace(/\{\w+\}/g, "*")}`)).toEqual(notOurs);
});

test.each([
  ["GET", "/subscriptions"],
  ["GET", `${cluster}/listClusterAdminCredential`],
  ["POST", `${cluster}/listClusterAdminCredential`],
  ["POST", `${cluster}/runCommand`],
  ["DELETE", cluster],
  ["PATCH", cluster],
  ["DELETE", group],
  ["PUT", `${group}/providers/Microsoft.Authorization/roleAssignments/x`],
  ["POST", `${group}/providers/Microsoft.Storage/storageAccounts/x/listKeys`],
  ["GET", "/providers/Microsoft.Authorization/permissions"],
  ["POST", `${group}/providers/Microsoft.Security/locations/x/alerts/y/simulate`],
  ["GET", "/batch"],
  ["TRACE", cluster],
  ["", cluster],
])("%s %s is no operation of the product: refused in plain words", (httpMethod, path) => {
  expect(gate({ httpMethod, url: `${path}${query}` })).toEqual({
    allowed: false,
    status: 403,
    code: "OperationNotAllowed",
    message: `Not sent: the product has no such operation. It was ${httpMethod} ${path}`,
  });
});

test("an alert that is kept in the node resource group can be changed, and the rights there can be read", () => {
  const nodeGroup = `/subscriptions/${subscriptionId}/resourceGroups/MC_g_c_westeurope`;
  const alert = `${nodeGroup}/providers/Microsoft.Security/locations/westeurope/alerts/2517_a`;
  for (const change of ["activate", "dismiss", "inProgress", "resolve"]) {
    const url = `${alert}/${change}?api-version=2022-01-01`;
    expect(gate({ httpMethod: "POST", url })).toMatchObject({ allowed: true });
  }
  const rights = `${nodeGroup}/providers/Microsoft.Authorization/permissions?api-version=2022-04-01`;
  expect(readOnly({ httpMethod: "GET", url: rights })).toMatchObject({ allowed: true });
});

test("letter case does not matter, absolute addresses pass, and another host is refused", () => {
  const upper = cluster.toUpperCase();
  expect(gate({ httpMethod: "get", url: `https://management.azure.com${upper}` })).toEqual({
    allowed: true,
    method: "GET",
    target: { path: upper, query: "" },
  });
  expect(gate({ httpMethod: "GET", url: `https://evil.example${cluster}` })).toMatchObject({
    allowed: false,
    code: "InvalidRequestUri",
  });
});

describe("writes go to the started cluster and what belongs to it", () => {
  const inOther = (id: string) => id.replace(subscriptionId, otherId);
  const policy = "providers/Microsoft.Authorization/policyAssignments/aks-defender-x";
  const plan = "providers/Microsoft.Security/pricings/Containers";
  const dismiss = "providers/Microsoft.Security/locations/westeurope/alerts/a/dismiss";
  const owner = "providers/Microsoft.Security/assessments/a/governanceAssignments/o";
  const rule = "providers/Microsoft.Security/alertsSuppressionRules/r";
  const workspaces = "providers/Microsoft.OperationalInsights/workspaces";

  test.each([
    ["PUT", `${cluster}2`],
    ["PUT", `${group}2/providers/Microsoft.ContainerService/managedClusters/c`],
    ["PUT", inOther(cluster)],
    ["PUT", cluster.replace(subscriptionId, `${subscriptionId}0`)],
    ["PUT", cluster.replace("g.(1)", "gx(1)")],
    ["POST", `${cluster}2/agentPools/p/upgradeNodeImageVersion`],
    ["PUT", group],
    ["PUT", `${subscription}/resourceGroups/DefaultResourceGroup-WEU-2`],
    ["PUT", inOther(`${subscription}/resourceGroups/DefaultResourceGroup-WEU`)],
    ["PUT", `${group}/${workspaces}/DefaultWorkspace-${subscriptionId}-WEU`],
    ["PUT", `${subscription}/resourceGroups/DefaultResourceGroup-WEU/${workspaces}/w`],
    ["PUT", `${cluster}/providers/Microsoft.Authorization/policyAssignments/x`],
    ["PUT", `${group}2/${policy}`],
    ["PUT", inOther(`${subscription}/${policy}`)],
    ["PUT", `${group}/${plan}`],
    ["PUT", `${subscription}/providers/Microsoft.Security/pricings/VirtualMachines`],
    ["DELETE", `${subscription}/${plan}`],
    ["POST", `${group}2/${dismiss}`],
    ["POST", inOther(`${subscription}/${dismiss}`)],
    ["POST", `${nodes}2/${dismiss}`],
    ["PUT", `${group}/${owner}`],
    ["PUT", `${cluster}2/${owner}`],
    ["DELETE", `${group}/providers/Microsoft.Compute/virtualMachines/v/${owner}`],
    ["PUT", inOther(`${subscription}/${rule}`)],
    ["PUT", inOther(`${cluster}/providers/Microsoft.Insights/diagnosticSettings/s`)],
  ])("%s %s is refused", (httpMethod, path) => {
    expect(gate({ httpMethod, url: `${path}${query}` })).toMatchObject({
      allowed: false,
      code: expect.stringMatching(/^(OtherResource|OperationNotAllowed)$/) as string,
    });
  });

  test.each([
    ["POST", `${nodes}/${dismiss}`],
    ["POST", `${nodes.toUpperCase()}/${dismiss}`],
    ["POST", `${group}/${dismiss}`],
    ["POST", `${subscription}/${dismiss}`],
    ["DELETE", `${nodes}/providers/Microsoft.Compute/virtualMachineScaleSets/s/${owner}`],
    ["DELETE", `${cluster}/securityentitydata/namespace-a-pod-b-container-c/${owner}`],
    ["DELETE", `${cluster}/${plan}`],
  ])("%s %s passes", (httpMethod, path) => {
    expect(gate({ httpMethod, url: `${path}${query}` })).toMatchObject({ allowed: true });
  });

  test("and not to the nodes' group while ARM has not named it", () => {
    const unknown = createGate({ ...options, cluster: { ...options.cluster, nodeResourceGroup: undefined } });
    const url = `${nodes}/${dismiss}${query}`;
    expect(unknown({ httpMethod: "POST", url })).toMatchObject({ code: "OtherResource" });
  });

  test.each(["", "?api-version=2024-01-01&api-version=2020-01-01", "?api-version=2024-01-01&x=", "?x=1"])(
    "with one api-version and nothing else, not '%s'",
    (strange) => {
      expect(gate({ httpMethod: "DELETE", url: `${cluster}/${plan}${strange}` })).toMatchObject({
        code: "InvalidRequestUri",
      });
    },
  );
});

describe("queries ask the cluster's own subscription", () => {
  const graph = "/providers/Microsoft.ResourceGraph/resources?api-version=2024-04-01";
  const ask = (content: unknown) => gate({ httpMethod: "POST", url: graph, content });
  test.each([
    [{ query: "resources" }],
    [{ query: "resources", subscriptions: [] }],
    [{ query: "resources", subscriptions: [otherId] }],
    [{ query: "resources", subscriptions: [subscriptionId, otherId] }],
    [{ query: "resources", managementGroups: ["root"] }],
    [{ query: "resources", subscriptions: [subscriptionId], managementGroups: ["root"] }],
    [
      {
        query: "resources",
        subscriptions: [subscriptionId],
        options: { authorizationScopeFilter: "AtScopeAndAbove" },
      },
    ],
  ])("%j is refused", (content) => {
    expect(ask(content)).toMatchObject({ allowed: false, code: "InvalidRequestContent" });
  });

  test("in any letter case", () => {
    const content = { query: "resources", subscriptions: [subscriptionId.toUpperCase()] };
    expect(ask(content)).toMatchObject({ allowed: true });
  });
});

describe("what depends on what is there", () => {
  const live = {
    id: cluster,
    location: "westeurope",
    properties: {
      disableLocalAccounts: true,
      aadProfile: { adminGroupObjectIDs: ["a"] },
      addonProfiles: null,
    },
  };
  const write = (content: unknown, status = 200, found: unknown = live) =>
    admit(gate, { httpMethod: "PUT", url: `${cluster}${query}`, content }, () =>
      Promise.resolve({ status, content: found }),
    );
  const changed = (properties: object) => ({ ...live, properties: { ...live.properties, ...properties } });

  test.each([
    { addonProfiles: { azurepolicy: { enabled: true } } },
    {
      securityProfile: {
        defender: { securityMonitoring: { enabled: true }, logAnalyticsWorkspaceResourceId: "w" },
      },
    },
    { apiServerAccessProfile: { authorizedIPRanges: ["10.0.0.0/8"] } },
  ])("the cluster may be changed as quick fixes do: %j", async (properties) => {
    expect(await write(changed(properties))).toMatchObject({ allowed: true });
  });

  test.each([
    [{ disableLocalAccounts: false }, "properties.disableLocalAccounts"],
    [{ aadProfile: { adminGroupObjectIDs: ["evil"] } }, "properties.aadProfile.adminGroupObjectIDs"],
    [
      { addonProfiles: { azurepolicy: { enabled: true }, evil: { enabled: true } } },
      "properties.addonProfiles.evil.enabled",
    ],
    [
      { apiServerAccessProfile: { enablePrivateCluster: false } },
      "properties.apiServerAccessProfile.enablePrivateCluster",
    ],
  ])("and in no other way: %j", async (properties, path) => {
    expect(await write(changed(properties))).toMatchObject({
      allowed: false,
      code: "OtherChange",
      message: expect.stringContaining(path) as string,
    });
  });

  test.each([
    [{ autoUpgradeProfile: {} }, "properties.autoUpgradeProfile"],
    [{ httpProxyConfig: null }, "properties.httpProxyConfig"],
    [{ securityProfile: { workloadIdentity: {} } }, "properties.securityProfile.workloadIdentity"],
  ])("what is empty where nothing was is a change: %j", async (properties, path) => {
    expect(await write(changed(properties))).toMatchObject({
      code: "OtherChange",
      message: expect.stringContaining(path) as string,
    });
  });

  test.each([
    { ...live, Properties: {} },
    { ...live, PROPERTIES: null },
    changed({ DisableLocalAccounts: null }),
    changed({ AADPROFILE: {} }),
    changed({ agentPoolProfiles: [{ name: "a", Name: "b" }] }),
  ])("a name in two letter cases, of which ARM would take one, is refused: %j", async (content) => {
    expect(await write(content)).toMatchObject({
      code: "InvalidRequestContent",
      message: expect.stringContaining("twice, in different letter case") as string,
    });
  });

  test("what was changed meanwhile is a conflict, as ARM says it; another If-Match opens nothing", async () => {
    const since = { ...live, eTag: "2", tags: { by: "x" } };
    const put = (ifMatch: string, content: unknown) =>
      admit(
        gate,
        {
          httpMethod: "PUT",
          url: `${cluster}${query}`,
          content,
          requestHeaderDictionary: { "If-Match": [ifMatch] },
        },
        () => Promise.resolve({ status: 200, content: since }),
      );
    expect(await put("1", changed({}))).toMatchObject({ allowed: false, status: 412 });
    expect(await put("2", changed({}))).toMatchObject({ allowed: false, status: 403, code: "OtherChange" });
    expect(await put("2", since)).toMatchObject({ allowed: true });
  });

  test("not at all when it cannot be read", async () => {
    expect(await write(live, 403, { error: {} })).toMatchObject({ allowed: false, code: "OtherChange" });
  });

  test("default groups and workspaces are made, and never written over", async () => {
    const url = `${subscription}/resourceGroups/DefaultResourceGroup-WEU${query}`;
    const make = (status: number) =>
      admit(gate, { httpMethod: "PUT", url, content: { location: "westeurope" } }, () =>
        Promise.resolve({ status, content: {} }),
      );
    expect(await make(404)).toMatchObject({ allowed: true });
    expect(await make(200)).toMatchObject({ allowed: false, code: "AlreadyThere" });
    expect(await make(403)).toMatchObject({ allowed: false, code: "AlreadyThere" });
  });
});

test("what the page wrote is shown without what a terminal obeys", () => {
  const passage = gate({ httpMethod: "\u001b[31mGET", url: "/x\u009b2J" });
  expect(passage).toMatchObject({ message: expect.not.stringMatching(/\p{Cc}/u) as string });
  const method = gate({ httpMethod: "\u001b]0;x\u0007GET", url: cluster });
  expect(method).toMatchObject({ message: expect.not.stringMatching(/\p{Cc}/u) as string });
});
