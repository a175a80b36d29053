import type { ArmEmulator } from "../../../Extension/ArmEmulator/startArmEmulator";
import { call, json, refusal, start } from "./plainHttp";

/** Azure Policy over HTTP. */
const version = "api-version=2024-05-01";
const definition =
  "/providers/Microsoft.Authorization/policyDefinitions/1a5b4dca-0b6f-4cf5-907c-56316bc1bf3d";

const at = (scope: string, name = "") =>
  `${scope}/providers/Microsoft.Authorization/policyAssignments${name === "" ? "" : `/${encodeURIComponent(name)}`}?${version}`;
const group = ({ clusterId }: ArmEmulator) => clusterId.split("/providers/")[0] ?? "";
const subscription = ({ world }: ArmEmulator) => `/subscriptions/${world.subscriptionId}`;

async function listed(emulator: ArmEmulator, scope: string, filter?: string): Promise<readonly string[]> {
  const query = filter === undefined ? "" : `&$filter=${encodeURIComponent(filter)}`;
  const { body } = await call(emulator, `${at(scope)}${query}`);
  return (body.value as readonly { readonly name: string }[]).map(({ name }) => name);
}

test("an assignment is made, read, replaced and deleted", async () => {
  const emulator = await start({ now: () => new Date("2026-11-24T12:00:00Z") });
  const scope = group(emulator);
  const properties = { policyDefinitionId: definition, parameters: { effect: { value: "Deny" } } };
  const made = await call(emulator, at(scope, "Https"), json("PUT", { properties }));
  const expected = {
    id: `${scope}/providers/Microsoft.Authorization/policyAssignments/Https`,
    name: "Https",
    type: "Microsoft.Authorization/policyAssignments",
    properties: { ...properties, enforcementMode: "Default", scope },
    systemData: {
      createdAt: "2026-11-24T12:00:00.000Z",
      createdBy: emulator.world.engineer.email,
      createdByType: "User",
    },
  };
  expect([made.status, made.body]).toEqual([201, expected]);
  expect((await call(emulator, at(scope, "HTTPS"))).body).toEqual(expected);
  const trial = { policyDefinitionId: definition, enforcementMode: "DoNotEnforce" };
  const replaced = await call(emulator, at(scope, "https"), json("PUT", { properties: trial }));
  expect([replaced.status, replaced.body]).toEqual([
    201,
    {
      ...expected,
      properties: { ...trial, parameters: {}, scope },
      systemData: {
        ...expected.systemData,
        lastModifiedAt: "2026-11-24T12:00:00.000Z",
        lastModifiedBy: emulator.world.engineer.email,
        lastModifiedByType: "User",
      },
    },
  ]);
  expect((await call(emulator, at(scope, "https"), { method: "DELETE" })).status).toBe(200);
  expect((await call(emulator, at(scope, "https"), { method: "DELETE" })).status).toBe(204);
  expect(refusal(await call(emulator, at(scope, "https")))).toEqual({
    status: 404,
    code: "PolicyAssignmentNotFound",
    hasId: true,
  });
});

describe("lists", () => {
  test("have what reaches a scope, what is exactly there, or what is inside of it too", async () => {
    const emulator = await start();
    const { clusterId } = emulator;
    const all = ["SecurityCenterBuiltIn", "Deny-Privileged-AKS", "try-https-only"];
    expect(await listed(emulator, clusterId, "atScope()")).toEqual(all);
    expect(await listed(emulator, clusterId)).toEqual(all);
    expect(await listed(emulator, clusterId, "atExactScope()")).toEqual([]);
    expect(await listed(emulator, group(emulator), "atExactScope()")).toEqual(["try-https-only"]);
    expect(await listed(emulator, subscription(emulator), "atScope()")).toEqual(all.slice(0, 2));
    expect(await listed(emulator, subscription(emulator))).toEqual(all);
    expect(await listed(emulator, clusterId, `policyDefinitionId eq '${definition}'`)).toEqual([
      "try-https-only",
    ]);
    // The neighbor of the same name is in another resource group.
    const neighbor = clusterId.replace("contoso-prod/", "contoso-staging/");
    expect(await listed(emulator, neighbor, "atScope()")).toEqual(all.slice(0, 2));
  });

  test("know no other filter and no scope that is not there", async () => {
    const emulator = await start();
    const odd = await call(emulator, `${at(emulator.clusterId)}&$filter=name%20eq%20'x'`);
    expect(refusal(odd)).toEqual({ status: 400, code: "InvalidFilterInQueryString", hasId: true });
    const gone = await call(emulator, at(`${emulator.clusterId}-gone`));
    expect(refusal(gone)).toEqual({ status: 404, code: "ResourceNotFound", hasId: true });
  });
});

describe("a refusal names what is wrong with", () => {
  const withParameters = (parameters: unknown) => ({ policyDefinitionId: definition, parameters });
  const limits = "/providers/Microsoft.Authorization/policyDefinitions/e345eecc-fa47-480f-9e88-67dcc122b164";

  test.each<readonly [string, unknown, number, string, string]>([
    ["no properties", undefined, 400, "InvalidCreatePolicyAssignmentRequest", "properties"],
    ["no definition", {}, 400, "InvalidCreatePolicyAssignmentRequest", "definition"],
    [
      "a definition that is none",
      { policyDefinitionId: `${definition}0` },
      404,
      "PolicyDefinitionNotFound",
      "0'",
    ],
    [
      "an initiative that is none",
      { policyDefinitionId: "/providers/Microsoft.Authorization/policySetDefinitions/x" },
      404,
      "PolicySetDefinitionNotFound",
      "x",
    ],
    [
      "an enforcement mode that is none",
      { policyDefinitionId: definition, enforcementMode: "Maybe" },
      400,
      "InvalidPolicyAssignmentEnforcementMode",
      "DoNotEnforce",
    ],
    [
      "an unknown parameter",
      withParameters({ nope: { value: 1 } }),
      400,
      "UndefinedPolicyParameter",
      "'nope'",
    ],
    [
      "missing parameters",
      { policyDefinitionId: limits, parameters: { cpuLimit: { value: "1" } } },
      400,
      "MissingPolicyParameter",
      "'memoryLimit'",
    ],
    [
      "an effect that is not allowed",
      withParameters({ effect: { value: "deny" } }),
      400,
      "PolicyParameterValueNotAllowed",
      "'Audit, Deny, Disabled'",
    ],
    [
      "a list that is none",
      withParameters({ namespaces: { value: "a" } }),
      400,
      "PolicyParameterTypeMismatch",
      "Array",
    ],
    [
      "a switch that is none",
      withParameters({ warn: { value: "true" } }),
      400,
      "PolicyParameterTypeMismatch",
      "Boolean",
    ],
    [
      "an object that is none",
      withParameters({ labelSelector: { value: [] } }),
      400,
      "PolicyParameterTypeMismatch",
      "object",
    ],
    [
      "a value without value",
      withParameters({ effect: "Audit" }),
      400,
      "PolicyParameterTypeMismatch",
      "String",
    ],
  ])("%s", async (_, properties, status, code, named) => {
    const emulator = await start();
    const answer = await call(emulator, at(emulator.clusterId, "wrong"), json("PUT", { properties }));
    expect(refusal(answer)).toEqual({ status, code, hasId: true });
    expect(answer.body.error?.message).toContain(named);
    expect(emulator.world.policyAssignments.size).toBe(3);
  });

  test.each(["a".repeat(65), "a%b", "a.b", "a+b", "a&b", "ends "])("the name '%s'", async (name) => {
    const emulator = await start();
    const body = json("PUT", { properties: { policyDefinitionId: definition } });
    const answer = await call(emulator, at(emulator.clusterId, name), body);
    expect(refusal(answer)).toMatchObject({ status: 400, code: "InvalidPolicyAssignmentName" });
  });

  test("and nothing with one of 64 characters", async () => {
    const emulator = await start();
    const body = json("PUT", { properties: { policyDefinitionId: definition } });
    expect((await call(emulator, at(emulator.clusterId, "a".repeat(64)), body)).status).toBe(201);
  });
});

describe("rights", () => {
  test("of the subscription do not reach its management group", async () => {
    const emulator = await start();
    const body = json("PUT", { properties: { policyDefinitionId: definition } });
    const answer = await call(emulator, at(emulator.world.managementGroupId, "x"), body);
    expect(answer.body.error?.message).toContain(
      `'Microsoft.Authorization/policyAssignments/write' over scope '${emulator.world.managementGroupId}'`,
    );
  });

  test.each([
    ["PUT", "write"],
    ["DELETE", "delete"],
  ])("a reader may not %s", async (method, right) => {
    const emulator = await start({ scenario: "reader" });
    const answer = await call(
      emulator,
      at(group(emulator), "try-https-only"),
      json(method, { properties: {} }),
    );
    expect(refusal(answer)).toEqual({ status: 403, code: "AuthorizationFailed", hasId: true });
    expect(answer.body.error?.message).toContain(`'Microsoft.Authorization/policyAssignments/${right}'`);
    expect(await listed(emulator, group(emulator), "atExactScope()")).toEqual(["try-https-only"]);
  });
});

test("built-in definitions and initiatives have what an assignment needs, and others are not there", async () => {
  const emulator = await start({ scenario: "no-access" });
  const read = (type: string, name: string) =>
    call(emulator, `/providers/Microsoft.Authorization/${type}/${name}?${version}`);
  const one = await read("policyDefinitions", "1A5B4DCA-0B6F-4CF5-907C-56316BC1BF3D");
  expect(one.body).toMatchObject({
    id: definition,
    properties: {
      policyType: "BuiltIn",
      mode: "Microsoft.Kubernetes.Data",
      parameters: { effect: { allowedValues: ["Audit", "Deny", "Disabled"], defaultValue: "Deny" } },
    },
  });
  const set = await read("policySetDefinitions", "1f3afdf9-d0c9-4c3d-847f-89da613e70a8");
  const { parameters, policyDefinitions } = set.body.properties as {
    readonly parameters: Readonly<Record<string, unknown>>;
    readonly policyDefinitions: readonly {
      readonly parameters: Readonly<Record<string, { readonly value: string }>>;
    }[];
  };
  expect(policyDefinitions).toHaveLength(21);
  const used = policyDefinitions.flatMap((member) =>
    Object.values(member.parameters).map(({ value }) => value),
  );
  expect(new Set(used)).toEqual(new Set(Object.keys(parameters).map((name) => `[parameters('${name}')]`)));
  for (const type of ["policyDefinitions", "policySetDefinitions"]) {
    expect(refusal(await read(type, "gone"))).toMatchObject({ status: 404 });
  }
});
