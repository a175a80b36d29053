import { createAzure } from "../../../Client/Azure/Pipeline/azure";
import { ChangedError } from "../../../Client/Core/changed";
import { createHostHttpClient } from "../../../Client/Azure/Pipeline/hostHttpClient";
import {
  assignmentName,
  assignmentTargets,
  policyActions,
  policyStanding,
  replacedBy,
  targetScope,
} from "../../../Client/Policy/policyAssignment";
import { isRequired } from "../../../Client/Policy/policyDefinition";
import { draftProblems, firstDraft, newAssignment } from "../../../Client/Policy/policyDraft";
import { createArmPolicyService } from "../../../Client/Policy/armPolicyService";
import { assignmentId } from "../../../Extension/ArmEmulator/World/Authorization/policyAssignment";
import {
  policyDefinitionId,
  policyDefinitions,
} from "../../../Extension/ArmEmulator/World/Authorization/policyDefinitions";
import { recommendations } from "../../../Extension/ArmEmulator/World/Security/Assessments/recommendations";
import type { World } from "../../../Extension/ArmEmulator/World/world";
import type { ScenarioName } from "../../../Extension/ArmEmulator/Scenarios/scenarioNames";
import { aCluster } from "../../Support/aCluster";
import { createFakeClock } from "../../Support/fakeClock";
import { scriptedHost, type ScriptedAnswer } from "../../Support/scriptedHost";
import { failureOfCall, withOneClock, withServices } from "../../Support/withServices";

const privileged = "95edb821-ddaf-4404-9732-666045e056b4";
const images = "febd0533-8e55-448f-b837-bd0e06f16469";
const https = "1a5b4dca-0b6f-4cf5-907c-56316bc1bf3d";
const hostNamespaces = "47a1ee2f-2a2a-4576-bf2a-e0e36709c2b8";

test("every policy behind a recommendation can be read", async () => {
  await withServices("busy", async ({ policy }) => {
    for (const { policyId, level } of recommendations) {
      const definition = await policy.definition(policyId);
      expect(definition.id).toBe(`/providers/Microsoft.Authorization/policyDefinitions/${policyId}`);
      expect(definition.isAboutContainers).toBe(level === "container");
      expect(definition.excludedNamespaces !== undefined).toBe(level === "container");
    }
  });
});

test("a definition says what must be given and what its defaults are", async () => {
  await withServices("busy", async ({ policy }) => {
    const definition = await policy.definition(images);
    expect(definition).toMatchObject({
      displayName: "Kubernetes cluster containers should only use allowed images",
      version: "9.3.0",
      defaultEffect: "deny",
      effects: new Map([
        ["audit", "Audit"],
        ["deny", "Deny"],
        ["disabled", "Disabled"],
      ]),
      excludedNamespaces: ["kube-system", "gatekeeper-system", "azure-arc", "azure-extensions-usage-system"],
    });
    expect(definition.parameters.map(({ name, kind }) => [name, kind])).toEqual([
      ["source", "text"],
      ["warn", "boolean"],
      ["namespaces", "list"],
      ["labelSelector", "object"],
      ["allowedContainerImagesRegex", "text"],
      ["excludedContainers", "list"],
    ]);
    expect(definition.parameters.filter(isRequired).map(({ name }) => name)).toEqual([
      "allowedContainerImagesRegex",
    ]);
  });
});

test("there is no such definition", async () => {
  await withServices("busy", async ({ policy }) => {
    expect(await failureOfCall(policy.definition("gone"))).toMatchObject({
      kind: "notFound",
      code: "PolicyDefinitionNotFound",
    });
  });
});

describe("assignments that reach the cluster", () => {
  const assignmentsOf = (policyId: string, scenario: ScenarioName = "busy") =>
    withServices(scenario, async ({ policy }) => policy.assignments(await policy.definition(policyId)));

  test("through the benchmark, with what it assigns", async () => {
    const { items, gaps } = await assignmentsOf(images);
    expect(gaps).toEqual([]);
    expect(items).toEqual([
      {
        id: expect.stringMatching(/^\/subscriptions\/[^/]+\/.*\/SecurityCenterBuiltIn$/) as string,
        raw: expect.objectContaining({ enforcementMode: "Default", notScopes: [] }) as object,
        name: "SecurityCenterBuiltIn",
        displayName: "ASC Default (subscription: Contoso)",
        scope: { kind: "subscription", id: expect.any(String) as string, name: expect.any(String) as string },
        initiative: "Microsoft cloud security benchmark",
        effect: "audit",
        isEnforced: true,
        isSelective: false,
        excludedNamespaces: [
          "kube-system",
          "gatekeeper-system",
          "azure-arc",
          "azuredefender",
          "mdc",
          "azure-extensions-usage-system",
        ],
      },
    ]);
  });

  test("at a management group, which is stronger, and at the resource group, which is a trial", async () => {
    const denied = await assignmentsOf(privileged);
    expect(denied.items.map(({ scope, effect, initiative }) => [scope.kind, effect, initiative])).toEqual([
      ["subscription", "audit", "Microsoft cloud security benchmark"],
      ["managementGroup", "deny", undefined],
    ]);
    expect(denied.items[1]?.excludedNamespaces).toContain("calico-system");
    expect(policyStanding(denied)).toBe("denied");
    const tried = await assignmentsOf(https);
    expect(tried.items[0]).toMatchObject({
      scope: { kind: "resourceGroup" },
      effect: "deny",
      isEnforced: false,
    });
    expect(policyStanding(tried)).not.toBe("denied");
  });

  test("are off exactly where Defender for Cloud says that a policy disabled it", async () => {
    await withServices("busy", async ({ policy }, { world }) => {
      const off = new Set(
        world.assessments
          .filter(({ id }) => id.startsWith(`${world.mainClusterId}/providers/`))
          .filter(({ properties }) => JSON.stringify(properties.status).includes("OffByPolicy"))
          .map(({ name }) => name),
      );
      expect(off.size).toBeGreaterThan(0);
      for (const { key, policyId } of recommendations.filter(({ level }) => level === "container")) {
        const { items } = await policy.assignments(await policy.definition(policyId));
        const ofBenchmark = items.filter(({ name }) => name === "SecurityCenterBuiltIn");
        expect([key, ofBenchmark.map(({ effect }) => effect)]).toEqual([
          key,
          [off.has(key) ? "disabled" : "audit"],
        ]);
      }
    });
  });

  test("a built-in initiative is read once, and the calls have names", async () => {
    await withOneClock({}, async ({ services: { policy }, calls }) => {
      const definition = await policy.definition(images);
      await policy.assignments(definition);
      await policy.assignments(await policy.definition(privileged));
      expect(calls.map(({ commandName, apiVersion }) => [commandName, apiVersion])).toEqual([
        ["Dashboard/GetPolicyDefinition", "2024-05-01"],
        ["Dashboard/ListPolicyAssignments", "2024-05-01"],
        ["Dashboard/GetPolicyInitiative", "2024-05-01"],
        ["Dashboard/GetPolicyDefinition", "2024-05-01"],
        ["Dashboard/ListPolicyAssignments", "2024-05-01"],
      ]);
    });
  });

  const add = (world: World, scope: string, policyDefinitionId: string, more: object = {}) => {
    const id = assignmentId(scope, "added");
    world.policyAssignments.set(id.toLowerCase(), {
      id,
      name: "added",
      scope,
      properties: { policyDefinitionId, parameters: {}, ...more },
      createdAt: new Date(0),
      createdBy: "ada@contoso.com",
    });
  };

  test("those of other places do not, and those that leave the cluster out neither", async () => {
    await withServices("busy", async ({ policy }, { world, clusterId }) => {
      const definition = await policy.definition(hostNamespaces);
      const names = async () => (await policy.assignments(definition)).items.map(({ name }) => name);
      const [, neighbor] = world.clusters;
      const subscription = `/subscriptions/${world.subscriptionId}`;
      add(world, neighbor?.id ?? "", definition.id);
      expect(await names()).toEqual(["SecurityCenterBuiltIn"]);
      add(world, subscription, definition.id, { notScopes: [clusterId.toUpperCase()] });
      expect(await names()).toEqual(["SecurityCenterBuiltIn"]);
      add(world, subscription, definition.id, { notScopes: [neighbor?.id] });
      expect(await names()).toEqual(["SecurityCenterBuiltIn", "added"]);
      add(world, clusterId, definition.id, { resourceSelectors: [{ name: "s" }] });
      expect((await policy.assignments(definition)).items[0]).toMatchObject({
        scope: { kind: "resource", id: clusterId },
        isSelective: true,
      });
    });
  });

  test("an initiative that cannot be read is a gap: what it assigns is not known", async () => {
    await withServices("busy", async ({ policy }, { world }) => {
      const own = `${world.managementGroupId}/providers/Microsoft.Authorization/policySetDefinitions/own`;
      add(world, world.managementGroupId, own);
      const assignments = await policy.assignments(await policy.definition(hostNamespaces));
      expect(assignments.items).toHaveLength(1);
      expect(assignments.gaps).toMatchObject([{ kind: "notFound" }]);
      expect(policyStanding(assignments)).toBe("unknown");
    });
  });

  test("more than fit into one page are all there", async () => {
    await withServices("busy", async ({ policy }, { world, clusterId }) => {
      const definition = await policy.definition(hostNamespaces);
      add(world, clusterId, definition.id);
      const [[, first] = []] = [...world.policyAssignments].slice(-1);
      for (let number = 0; first && number < 250; number += 1) {
        const id = assignmentId(clusterId, `a${number}`);
        world.policyAssignments.set(id.toLowerCase(), { ...first, id, name: `a${number}` });
      }
      expect((await policy.assignments(definition)).items).toHaveLength(252);
    });
  });

  test.each<[ScenarioName]>([["no-access"], ["cluster-only"]])(
    "%s: may not be read, which is not the same as none",
    async (scenario) => {
      expect(await failureOfCall(assignmentsOf(privileged, scenario))).toMatchObject({
        kind: "forbidden",
        missingAction: policyActions.read,
      });
    },
  );
});

describe("assigning", () => {
  test.each(assignmentTargets)("what was entered, at the %s", async (target) => {
    await withOneClock({}, async ({ services: { policy }, emulator, calls }) => {
      const cluster = aCluster(emulator.clusterId);
      const definition = await policy.definition(images);
      const draft = {
        ...firstDraft(definition),
        target,
        effect: "deny" as const,
        excludedNamespaces: ["kube-system", "it-tools"],
        entered: {
          ...firstDraft(definition).entered,
          allowedContainerImagesRegex: "^contoso\\.azurecr\\.io/.+$",
        },
      };
      expect(draftProblems(definition, draft)).toEqual([]);
      const assignment = newAssignment(cluster, definition, draft);
      const before = await policy.assignments(definition);
      expect(replacedBy(before, assignment)).toBeUndefined();
      calls.splice(0);
      await policy.assign(assignment, undefined);
      const id = assignmentId(targetScope(cluster, target), assignmentName(definition.id));
      expect(calls).toEqual([
        { method: "GET", path: id, apiVersion: "2024-05-01", commandName: "Dashboard/GetPolicyAssignment" },
        { method: "PUT", path: id, apiVersion: "2024-05-01", commandName: "Dashboard/AssignPolicy" },
      ]);
      expect(emulator.world.policyAssignments.get(id.toLowerCase())?.properties).toEqual({
        displayName: definition.displayName,
        policyDefinitionId: definition.id,
        enforcementMode: "Default",
        parameters: {
          effect: { value: "Deny" },
          excludedNamespaces: { value: ["kube-system", "it-tools"] },
          allowedContainerImagesRegex: { value: "^contoso\\.azurecr\\.io/.+$" },
        },
      });
      const after = await policy.assignments(definition);
      expect(after.items).toHaveLength(2);
      expect(replacedBy(after, assignment)).toMatchObject({
        effect: "deny",
        isEnforced: true,
        initiative: undefined,
        excludedNamespaces: ["kube-system", "it-tools"],
      });
      expect(policyStanding(after)).toBe("denied");
      // Once more: it is replaced.
      await policy.assign(
        newAssignment(cluster, definition, { ...draft, effect: "audit" }),
        replacedBy(after, assignment),
      );
      expect((await policy.assignments(definition)).items.map(({ effect }) => effect)).toEqual([
        "audit",
        "audit",
      ]);
    });
  });

  describe("what someone else changed meanwhile isn't replaced unasked", () => {
    const errorOf = (call: Promise<void>) =>
      call.then(
        () => undefined,
        (error: unknown) => error,
      );

    test("one that was seen otherwise: refused with what changed, by who, and when; then it is meant", async () => {
      await withOneClock({}, async ({ services: { policy }, emulator, calls, clock }) => {
        const { world, clusterId } = emulator;
        const definition = await policy.definition(https);
        const assignment = newAssignment(aCluster(clusterId), definition, firstDraft(definition));
        await policy.assign(assignment, undefined);
        const seen = replacedBy(await policy.assignments(definition), assignment);
        const id = assignmentId(clusterId, assignment.name).toLowerCase();
        const stored = world.policyAssignments.get(id);
        if (!stored) {
          throw new Error("It wasn't assigned.");
        }
        const at = new Date(clock.now() + 60_000);
        const others = {
          ...stored,
          properties: { ...stored.properties, notScopes: [`${clusterId}/x`] },
          changed: { at, by: "grace@contoso.com" },
        };
        world.policyAssignments.set(id, others);
        calls.splice(0);
        const error = await errorOf(policy.assign(assignment, seen));
        expect(error).toBeInstanceOf(ChangedError);
        expect(error).toMatchObject({
          failure: { kind: "conflict", message: expect.stringMatching(/^Someone else changed/) as string },
          changed: [{ path: "notScopes", before: undefined, after: [`${clusterId}/x`] }],
          last: { by: "grace@contoso.com", at },
        });
        expect(calls.map(({ method }) => method)).toEqual(["GET"]);
        expect(world.policyAssignments.get(id)).toBe(others);
        await policy.assign(assignment, seen);
        expect(world.policyAssignments.get(id)?.properties.notScopes).toBeUndefined();
      });
    });

    test("one that wasn't seen at all, because the list couldn't be read or is older", async () => {
      await withServices("busy", async ({ policy }, { clusterId }) => {
        const definition = await policy.definition(https);
        const assignment = newAssignment(aCluster(clusterId), definition, firstDraft(definition));
        await policy.assign(assignment, undefined);
        const again = { ...assignment, parameters: {} };
        expect(await failureOfCall(policy.assign(again, undefined))).toMatchObject({
          kind: "conflict",
          message: expect.stringMatching(/already has an assignment/) as string,
        });
        await policy.assign(again, undefined);
        const [stored] = (await policy.assignments(definition)).items;
        expect(stored?.raw.parameters).toEqual({});
      });
    });
  });

  test("whatever has defaults can be assigned as it is offered first", async () => {
    await withServices("busy", async ({ policy }, { clusterId }) => {
      const cluster = aCluster(clusterId);
      const withDefaults = policyDefinitions.filter(({ parameters }) =>
        Object.values(parameters).every(({ defaultValue }) => defaultValue !== undefined),
      );
      expect(withDefaults.length).toBeGreaterThan(10);
      for (const { name } of withDefaults) {
        const definition = await policy.definition(name);
        await policy.assign(newAssignment(cluster, definition, firstDraft(definition)), undefined);
      }
    });
  });

  const refused: readonly (readonly [string, string, Readonly<Record<string, unknown>>, object])[] = [
    ["a missing parameter", images, { effect: "Deny" }, { kind: "invalid", code: "MissingPolicyParameter" }],
    ["an unknown one", https, { nope: 1 }, { kind: "invalid", code: "UndefinedPolicyParameter" }],
    ["an effect that is none", https, { effect: "Modify" }, { code: "PolicyParameterValueNotAllowed" }],
    ["a value of another type", https, { warn: "yes" }, { kind: "invalid" }],
    ["a definition that is none", "gone", {}, { kind: "notFound", code: "PolicyDefinitionNotFound" }],
  ];

  test.each(refused)(
    "%s is refused in the words of the service",
    async (_, policyId, parameters, expected) => {
      await withServices("busy", async ({ policy }, { world, clusterId }) => {
        const before = world.policyAssignments.size;
        const wrong = {
          scope: clusterId,
          name: "aks-defender-wrong",
          displayName: "Wrong",
          policyDefinitionId: policyDefinitionId(policyId),
          parameters: parameters as Readonly<Record<string, string>>,
        };
        const call = policy.assign(wrong, undefined);
        expect(await failureOfCall(call)).toMatchObject({
          ...expected,
          message: expect.stringMatching(/'.+'/) as string,
          requestId: expect.any(String) as string,
        });
        expect(world.policyAssignments.size).toBe(before);
      });
    },
  );

  test("reader: refused, naming the action", async () => {
    await withServices("reader", async ({ policy }, { clusterId }) => {
      const definition = await policy.definition(https);
      const assignment = newAssignment(aCluster(clusterId), definition, firstDraft(definition));
      expect(await failureOfCall(policy.assign(assignment, undefined))).toMatchObject({
        kind: "forbidden",
        missingAction: policyActions.write,
      });
    });
  });

  test("a canceled one is not failed and assigns nothing", async () => {
    await withServices("busy", async ({ policy }, { world, clusterId }) => {
      const definition = await policy.definition(https);
      const assignment = newAssignment(aCluster(clusterId), definition, firstDraft(definition));
      const before = world.policyAssignments.size;
      await expect(policy.assign(assignment, undefined, AbortSignal.abort())).rejects.toMatchObject({
        name: "AbortError",
      });
      expect(world.policyAssignments.size).toBe(before);
    });
  });

  const scripted = (...answers: readonly ScriptedAnswer[]) => {
    const cluster = aCluster();
    const host = scriptedHost(...answers);
    const azure = createAzure({
      httpClient: createHostHttpClient(host.send),
      subscriptionId: cluster.subscriptionId,
      clock: createFakeClock(),
      random: () => 0,
    });
    return { policy: createArmPolicyService(azure, cluster), requests: host.requests };
  };
  const anAssignment = {
    scope: aCluster().id,
    name: "n",
    displayName: "N",
    policyDefinitionId: policyDefinitionId(https),
    parameters: { effect: "Audit" },
  };

  test("throttled ones are repeated; those that may have been done are not", async () => {
    const none = { status: 404, body: { error: { code: "PolicyAssignmentNotFound", message: "None." } } };
    const throttled = scripted(
      none,
      { status: 429, headers: { "retry-after": "1" } },
      { status: 201, body: {} },
    );
    await throttled.policy.assign(anAssignment, undefined);
    expect(throttled.requests).toHaveLength(3);
    const broken = scripted(none, { status: 500, body: { error: { code: "X", message: "No." } } });
    expect(await failureOfCall(broken.policy.assign(anAssignment, undefined))).toMatchObject({
      code: "X",
      message: "No.",
    });
    expect(broken.requests).toHaveLength(2);
    const conflict = scripted(none, { status: 409, body: { error: { code: "Conflict", message: "Busy." } } });
    expect(await failureOfCall(conflict.policy.assign(anAssignment, undefined))).toMatchObject({
      kind: "conflict",
    });
  });

  test("an assignment without ids is a gap in the list, an initiative that is none too", async () => {
    const id = `${aCluster().id}/providers/Microsoft.Authorization/policyAssignments/x`;
    const set = "/providers/Microsoft.Authorization/policySetDefinitions/s";
    const { policy } = scripted(
      { body: { id: policyDefinitionId(https), properties: { parameters: {} } } },
      { body: { value: [{}, { id, properties: { policyDefinitionId: set } }] } },
      { body: { properties: { policyDefinitions: [{}] } } },
    );
    const { items, gaps } = await policy.assignments(await policy.definition(https));
    expect(items).toEqual([]);
    expect(gaps.map(({ kind }) => kind)).toEqual(["unexpected", "unexpected"]);
  });

  test("a definition that is none is a failure", async () => {
    expect(await failureOfCall(scripted({ body: {} }).policy.definition(https))).toMatchObject({
      kind: "unexpected",
    });
  });
});
