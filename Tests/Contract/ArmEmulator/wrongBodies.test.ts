import { existsSync } from "node:fs";
import path from "node:path";
import { sendArm } from "../../../Client/Azure/Arm/armCalls";
import { createAzure } from "../../../Client/Azure/Pipeline/azure";
import { asService } from "../../../Client/Azure/Pipeline/failureFrom";
import { createHostHttpClient } from "../../../Client/Azure/Pipeline/hostHttpClient";
import { armOrigin } from "../../../Client/Core/armUrl";
import { FailureError, type Failure } from "../../../Client/Core/failure";
import { startArmEmulator, type ArmEmulator } from "../../../Extension/ArmEmulator/startArmEmulator";
import { wrongBodies } from "../../Conformance/wrongBodies";
import { createEmulatorHost } from "../../Support/emulatorHost";
import { call } from "./plainHttp";

/**
 * Negative tests made from Microsoft's OpenAPI: each required property missing, each bound exceeded, each enumeration's value foreign.
 * The emulator refuses as ARM does, and our client has a sentence for it that names the property, and the request.
 */
const specification = path.resolve(__dirname, "../../../../shared/data/specification");
const security = "security/resource-manager/Microsoft.Security";

type Json = Readonly<Record<string, unknown>>;

interface WriteOperation {
  readonly file: string;
  readonly operationId: string;
  readonly apiVersion: string;
  /** Absent: PUT. */
  readonly method?: "PUT" | "POST";
  /** Path and a body that the service takes. */
  right(emulator: ArmEmulator): Promise<{ readonly path: string; readonly body: unknown }>;
}

const operations: readonly WriteOperation[] = [
  {
    file: "containerservice/resource-manager/Microsoft.ContainerService/aks/stable/2024-09-01/managedClusters.json",
    operationId: "ManagedClusters_CreateOrUpdate",
    apiVersion: "2024-09-01",
    async right(emulator) {
      const { body } = await call(emulator, `${emulator.clusterId}?api-version=2024-09-01`);
      return { path: emulator.clusterId, body: withMore(body) };
    },
  },
  {
    file: `${security}/stable/2024-01-01/pricings.json`,
    operationId: "Pricings_Update",
    apiVersion: "2024-01-01",
    right: ({ world }) =>
      Promise.resolve({
        path: `/subscriptions/${world.subscriptionId}/providers/Microsoft.Security/pricings/Containers`,
        body: {
          properties: {
            ...{ pricingTier: "Standard", enforce: "False" },
            extensions: [{ name: "ContainerSensor", isEnabled: "True" }],
          },
        },
      }),
  },
  {
    file: `${security}/preview/2019-01-01-preview/alertsSuppressionRules.json`,
    operationId: "AlertsSuppressionRules_Update",
    apiVersion: "2019-01-01-preview",
    right: ({ world }) =>
      Promise.resolve({
        path: `/subscriptions/${world.subscriptionId}/providers/Microsoft.Security/alertsSuppressionRules/wrong-bodies`,
        body: {
          properties: {
            ...{ alertType: "K8S_NothingLikeThis", reason: "Noise", state: "Enabled", comment: "Known" },
            expirationDateUtc: "2099-12-24T12:00:00.000Z",
            suppressionAlertsScope: { allOf: [{ field: "entities.ip.address", in: ["203.0.113.7"] }] },
          },
        },
      }),
  },
  {
    file: `${security}/preview/2022-01-01-preview/governanceAssignments.json`,
    operationId: "GovernanceAssignments_CreateOrUpdate",
    apiVersion: "2022-01-01-preview",
    right({ world }) {
      const owned = new Set([...world.governanceAssignments.values()].map((one) => one.assessmentId));
      const free = world.assessments.find(({ id }) => !owned.has(id))?.id;
      return Promise.resolve({
        path: `${free}/governanceAssignments/6634ff9f-127b-4bf2-8e6e-b1737f5e789c`,
        body: {
          properties: {
            ...{ owner: "user@contoso.com", remediationDueDate: "2027-01-07T13:00:00.0000000Z" },
            isGracePeriod: true,
            remediationEta: { eta: "2027-01-08T13:00:00.0000000Z", justification: "After the freeze." },
            additionalData: { ticketNumber: 4711, ticketLink: "https://x.example/1", ticketStatus: "Active" },
          },
        },
      });
    },
  },
  {
    file: "resourcegraph/resource-manager/Microsoft.ResourceGraph/stable/2024-04-01/resourcegraph.json",
    operationId: "Resources",
    apiVersion: "2024-04-01",
    method: "POST",
    right: ({ world }) =>
      Promise.resolve({
        path: "/providers/Microsoft.ResourceGraph/resources",
        body: {
          subscriptions: [world.subscriptionId],
          query: "resources | project id, type",
          options: { $top: 10, resultFormat: "objectArray" },
          facets: [{ expression: "type", options: { sortBy: "count", sortOrder: "desc", $top: 2 } }],
        },
      }),
  },
];

/** A cluster with parts that few have, so that their bounds are tried too. */
function withMore(cluster: Json): Json {
  const properties = cluster.properties as Json;
  const [pool, ...others] = properties.agentPoolProfiles as readonly Json[];
  return {
    ...cluster,
    properties: {
      ...properties,
      agentPoolProfiles: [{ ...pool, kubeletConfig: {}, linuxOSConfig: { sysctls: {} } }, ...others],
      networkProfile: {
        ...(properties.networkProfile as Json),
        loadBalancerProfile: { managedOutboundIPs: {} },
        natGatewayProfile: { managedOutboundIPProfile: {} },
      },
      linuxProfile: { adminUsername: "azureuser", ssh: { publicKeys: [{ keyData: "ssh-rsa AAAA" }] } },
      autoUpgradeProfile: {},
      autoScalerProfile: {},
      serviceMeshProfile: { mode: "Istio" },
    },
  };
}

/** Sends a body by our own client; resolves to how that failed. */
function sender(emulator: ArmEmulator, { apiVersion, method = "PUT" }: WriteOperation) {
  const httpClient = createHostHttpClient(createEmulatorHost(emulator));
  const { arm } = createAzure({ httpClient, subscriptionId: emulator.world.subscriptionId });
  return (place: string, body: unknown) => {
    const url = `${armOrigin}${place}?api-version=${apiVersion}`;
    const call = { method, url, commandName: "Dashboard/WrongBody", body };
    return asService(() => sendArm(arm, call, [200, 201, 202], undefined)).then(
      () => undefined,
      (error: unknown): Failure => {
        if (error instanceof FailureError) {
          return error.failure;
        }
        throw error;
      },
    );
  };
}

/** What is amiss with a refusal; empty: nothing. */
function amissIn(failure: Failure | undefined, property: string): readonly string[] {
  if (!failure) {
    return ["is accepted"];
  }
  const { kind, message, code, requestId } = failure;
  return [
    ...(kind === "invalid" ? [] : [`is ${kind}`]),
    ...(message.toLowerCase().includes(property.toLowerCase()) ? [] : [`doesn't name it: ${message}`]),
    ...(code === undefined ? ["has no code"] : []),
    ...(requestId === undefined ? ["has no request id"] : []),
  ];
}

if (existsSync(specification)) {
  let emulator: ArmEmulator;
  beforeAll(async () => {
    emulator = await startArmEmulator();
  });
  afterAll(() => emulator.close());

  test.each(operations)("$operationId refuses each wrong body, and we say why", async (operation) => {
    const { file, operationId } = operation;
    const send = sender(emulator, operation);
    const { path: place, body } = await operation.right(emulator);
    const wrong = wrongBodies(path.join(specification, file), operationId, body);
    const found: string[] = [];
    for (const { name, property, body: sent } of wrong) {
      const failure = await send(place, sent);
      found.push(...amissIn(failure, property).map((amiss) => `${name}: ${amiss}`));
    }
    expect(found).toEqual([]);
    expect(wrong.length).toBeGreaterThan(0);
    // What all of them are made from is right, or they would prove nothing.
    expect(await send(place, body)).toBeUndefined();
  });
} else {
  test("there is no specification here to make wrong bodies from", () => {
    expect(existsSync(specification)).toBe(false);
  });
}
