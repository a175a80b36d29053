import { operations } from "../../../Extension/ArmEmulator/operations";
import { createGate } from "../../../Extension/LocalPortal/AzureMode/gate";
import { allowedReads, allowedWrites } from "../../../Extension/LocalPortal/AzureMode/allowedOperations";

const subscriptionId = "3f1c6b2e-7d84-4a59-9e20-5b8c0d9a1e47";
const options = { arm: "https://arm.test", subscriptionId, isReadOnly: false };
const gate = createGate(options);
const readOnly = createGate({ ...options, isReadOnly: true });
const group = `/subscriptions/${subscriptionId}/resourceGroups/g`;
const cluster = `${group}/providers/Microsoft.ContainerService/managedClusters/c`;

/** A template with something in its places. */
const filled = (template: string) =>
  template
    .replace(/\{subscription(Id)?\}/, subscriptionId)
    .replace("/{scope}", cluster)
    .replace("{scope}", cluster)
    .replace(/\{\w+\}/g, "x");

const call = (entry: string, through = gate) => {
  const [httpMethod = "", template = ""] = entry.split(" ");
  return through({ httpMethod, url: `${filled(template)}?api-version=1` });
};

test.each(allowedReads)("%s passes, also read-only", (entry) => {
  expect(call(entry)).toMatchObject({ allowed: true });
  expect(call(entry, readOnly)).toMatchObject({ allowed: true });
});

test.each(allowedWrites)("%s passes, and is refused by --read-only", (entry) => {
  expect(call(entry)).toMatchObject({ allowed: true });
  expect(call(entry, readOnly)).toMatchObject({
    allowed: false,
    code: "ReadOnly",
    message: expect.stringMatching(
      /^Not sent: .*--read-only\. It was (PUT|POST|DELETE) \/subscriptions\//,
    ) as string,
  });
});

test("nothing is on both lists", () => {
  expect(allowedReads.filter((entry) => allowedWrites.includes(entry))).toEqual([]);
  expect(allowedReads.filter((entry) => !/^(GET|POST) /.test(entry))).toEqual([]);
});

/** What the emulator answers for other clients than ours; a new operation belongs here or on the allow-list. */
const notOurs = [
  "PATCH /subscriptions/*/resourceGroups/*/providers/Microsoft.ContainerService/managedClusters/*",
  "GET /subscriptions/*/providers/Microsoft.ContainerService/managedClusters",
  "GET /subscriptions/*/resourceGroups/*/providers/Microsoft.ContainerService/managedClusters",
  "GET /subscriptions/*/providers/Microsoft.ContainerService/locations/*/operationresults/*",
  "GET /subscriptions/*/providers/Microsoft.Security/alerts",
  "GET /subscriptions/*/providers/Microsoft.Security/locations/*/alerts",
  "GET /subscriptions/*/resourceGroups/*/providers/Microsoft.Security/alerts",
  "GET /subscriptions/*/resourceGroups/*/providers/Microsoft.Security/locations/*/alerts",
  "GET /subscriptions/*/providers/Microsoft.Security/alertsSuppressionRules/*",
  "GET /*/providers/Microsoft.Security/pricings",
  "GET /subscriptions/*/resourceGroups/*/providers/Microsoft.ContainerService/managedClusters/*/agentPools/*",
  "GET /*/providers/Microsoft.Authorization/policyAssignments/*",
  "DELETE /*/providers/Microsoft.Authorization/policyAssignments/*",
];

test("of the emulator's operations those are refused that the product does not use", () => {
  const refused = operations.filter(({ method, path }) => !call(`${method} ${path}`).allowed);
  expect(refused.map(({ method, path }) => `${method} ${path.replace(/\{\w+\}/g, "*")}`)).toEqual(notOurs);
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
  expect(gate({ httpMethod, url: `${path}?api-version=1` })).toEqual({
    allowed: false,
    code: "OperationNotAllowed",
    message: `Not sent: this is no operation of the product. It was ${httpMethod} ${path}`,
  });
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

test("writes stay in the subscription of the cluster; reads need not", () => {
  const other = cluster.replace(subscriptionId, "00000000-7d84-4a59-9e20-5b8c0d9a1e47");
  expect(gate({ httpMethod: "PUT", url: other })).toMatchObject({
    allowed: false,
    code: "OtherSubscription",
  });
  expect(gate({ httpMethod: "GET", url: other })).toMatchObject({ allowed: true });
  // Neither may its id be the beginning of another one.
  expect(
    gate({ httpMethod: "PUT", url: cluster.replace(subscriptionId, `${subscriptionId}0`) }),
  ).toMatchObject({
    code: "OtherSubscription",
  });
});
