import { createAzure } from "../../../Client/Azure/Pipeline/azure";
import { createHostHttpClient } from "../../../Client/Azure/Pipeline/hostHttpClient";
import { CanceledError, FailureError } from "../../../Client/Core/failure";
import type { Permission } from "../../../Client/Core/rbac";
import { createArmProofService } from "../../../Client/Proof/armProofService";
import type { ProofSubject } from "../../../Client/Proof/proofService";
import { aCluster } from "../../Support/aCluster";
import { createFakeClock } from "../../Support/fakeClock";
import { scriptedHost } from "../../Support/scriptedHost";

const cluster = aCluster();
const id = `${cluster.id}/providers/Microsoft.Security/assessments/56a83a6e-c417-42ec-b567-1e6fcb3d09a9`;
const group = `/subscriptions/${cluster.subscriptionId}/resourceGroups/MC_g`;
const pool = `${group}/providers/Microsoft.Compute/virtualMachineScaleSets/aks-a-1-vmss`;
const reader: readonly Permission[] = [{ actions: ["*/read"], notActions: [] }];

/** A service whose query is answered with these rows; rights are those of `at`, whose scopes are noted. */
function serviceFor(data: readonly unknown[], at: () => Promise<readonly Permission[]>) {
  const { send } = scriptedHost({ body: { data, totalRecords: data.length, count: data.length } });
  const scopes: string[] = [];
  const azure = createAzure({
    httpClient: createHostHttpClient(send),
    subscriptionId: cluster.subscriptionId,
    clock: createFakeClock(),
  });
  const service = createArmProofService(azure, cluster, (scope) => {
    scopes.push(scope);
    return at();
  });
  return { service, scopes };
}

const subject: ProofSubject = { kind: "misconfiguration", id };
const asOf = expect.any(Date) as Date;

test("a row with its id, whatever its letter case: still there, whatever may be read", async () => {
  const { service, scopes } = serviceFor([{ id: id.toUpperCase() }], () => Promise.resolve([]));
  expect(await service.check(subject)).toEqual({ state: "open", asOf });
  expect(scopes).toEqual([]);
});

test.each([
  ["of another finding", { id: `${id}0` }],
  ["without an id", { status: "Unhealthy" }],
  ["that is no object", "row"],
])("a row %s says nothing", async (_, row) => {
  const { service } = serviceFor([row], () => Promise.resolve(reader));
  expect(await service.check(subject)).toEqual({ state: "unknown", why: "unreadable" });
});

test.each<[ProofSubject, readonly string[]]>([
  [subject, [cluster.id]],
  [
    { kind: "component", id: `${cluster.id}/securityentitydata/namespace-a-pod-b-*-*-container-b` },
    [cluster.id],
  ],
  [{ kind: "component", id: pool }, [group]],
  [{ kind: "alert", id: `${group}/providers/Microsoft.Security/locations/x/alerts/y` }, [group]],
  [
    { kind: "alert", id: `${cluster.subscriptionScope}/providers/Microsoft.Security/locations/x/alerts/y` },
    [cluster.subscriptionScope],
  ],
  [{ kind: "compliance", id: "/x" }, [cluster.id, cluster.subscriptionScope]],
])("no row of %j: gone where it could be seen", async (other, expected) => {
  const { service, scopes } = serviceFor([], () => Promise.resolve(reader));
  expect(await service.check(other)).toEqual({ state: "gone", asOf });
  expect(scopes).toEqual(expected);
});

test("no row, and no right to see one", async () => {
  const { service } = serviceFor([], () => Promise.resolve([]));
  expect(await service.check(subject)).toEqual({
    state: "unknown",
    why: "permission",
    right: { action: "Microsoft.Security/assessments/read", scope: cluster.id },
  });
});

test("no row, and rights that can't be read", async () => {
  const failure = { kind: "throttled", message: "Too many." } as const;
  const { service } = serviceFor([], () => Promise.reject(new FailureError(failure)));
  expect(await service.check(subject)).toEqual({ state: "unknown", why: "rightsUnread", failure });
});

test("canceled is no answer", async () => {
  const { service } = serviceFor([], () => Promise.reject(new CanceledError()));
  await expect(service.check(subject)).rejects.toMatchObject({ name: "AbortError" });
});

test("the query is bound to the finding, and quotes in its id stay in their literal", async () => {
  const { service } = serviceFor([], () => Promise.resolve(reader));
  const kinds = ["alert", "component", "misconfiguration", "compliance"] as const;
  for (const kind of kinds) {
    expect(await service.queryFor({ kind, id: "/a'b" })).toContain("id =~ '/a\\'b'");
  }
});
