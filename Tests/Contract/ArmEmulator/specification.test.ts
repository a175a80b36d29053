import { existsSync } from "node:fs";
import path from "node:path";
import { createHttpHeaders, createPipelineRequest, type HttpClient } from "@azure/core-rest-pipeline";
import { LiveValidator } from "oav/dist/lib/liveValidation/liveValidator";
import { apiVersions } from "../../../Client/Azure/Pipeline/arm";
import { createAzure } from "../../../Client/Azure/Pipeline/azure";
import {
  createHostHttpClient,
  type HostRequest,
  type HostResponse,
} from "../../../Client/Azure/Pipeline/hostHttpClient";
import { clusterScopeOf } from "../../../Client/Core/clusterScope";
import { armOrigin } from "../../../Client/Core/armUrl";
import { createServices } from "../../../Client/services";
import { startArmEmulator, type ArmEmulator } from "../../../Extension/ArmEmulator/startArmEmulator";
import { createEmulatorHost } from "../../Support/emulatorHost";

/** Microsoft's OpenAPI of the operations, where it is at hand; it is not part of this repository. */
const specification = path.resolve(__dirname, "../../../../shared/data/specification");

interface Exchange {
  readonly request: HostRequest;
  readonly response: HostResponse;
}

/**
 * Where the service itself departs from its OpenAPI: entities hold texts and lists, not only objects, as Microsoft's own
 * examples do, and alerts name the tenant as a resource of type AAD.
 */
const departures = [
  /INVALID_TYPE .*\/properties\/entities\//,
  /DISCRIMINATOR_VALUE_NOT_FOUND .*"AAD"/,
  // Published alerts number their identifiers and name the tenant of each.
  /OBJECT_ADDITIONAL_PROPERTIES .*(?:\$id|azureResourceTenantId) \/(?:value\/\d+\/)?properties\/resourceIdentifiers\//,
];

type Json = Record<string, unknown>;

/** What our services and Microsoft's clients send, and what the emulator answers, in one scenario. */
async function recordExchanges(emulator: ArmEmulator): Promise<readonly Exchange[]> {
  const exchanges: Exchange[] = [];
  const send = createEmulatorHost(emulator);
  const scope = clusterScopeOf(emulator.clusterId);
  if (!scope.ok) {
    throw new Error(scope.reason);
  }
  const { cluster } = scope;
  const httpClient = createHostHttpClient(async (request) => {
    const response = await send(request);
    exchanges.push({ request, response });
    return response;
  });
  const azure = createAzure({ httpClient, subscriptionId: cluster.subscriptionId });
  const services = createServices(azure, cluster);
  const { items } = await services.alerts.listPage(undefined);
  await services.alerts.get(items[0]?.id ?? "");
  const [misconfiguration] = (await services.misconfigurations.listPage(undefined)).items;
  await services.misconfigurations.get(misconfiguration?.id ?? "");
  const [component] = (await services.vulnerabilities.listPage(undefined)).items;
  const [issue] = (await services.compliance.listPage(undefined)).items;
  if (!component || !issue) {
    throw new Error("The cluster has nothing to show details of.");
  }
  await services.vulnerabilities.get(component);
  await services.compliance.get(issue);
  await services.plan.get();
  await services.plan.hasCspm();
  await services.cluster.profile();
  await services.permissions.at(cluster.resourceGroupId);
  const { alerts } = await azure.security();
  const [first] = emulator.world.alerts;
  await alerts.getResourceGroupLevel(first?.location ?? "", first?.name ?? "", first?.resourceGroup ?? "");
  for await (const _ of alerts.list()) {
    continue;
  }
  await assignOwner(httpClient, emulator);
  return exchanges;
}

/** Gives one assessment an owner, reads and removes it, without a client: no SDK has the operations. */
async function assignOwner(httpClient: HttpClient, { world }: ArmEmulator): Promise<void> {
  const owned = new Set([...world.governanceAssignments.values()].map(({ assessmentId }) => assessmentId));
  const list = `${world.assessments.find(({ id }) => !owned.has(id))?.id}/governanceAssignments`;
  const url = (path: string) => `${armOrigin}${path}?api-version=2022-01-01-preview`;
  const one = url(`${list}/6634ff9f-127b-4bf2-8e6e-b1737f5e789c`);
  const properties = { owner: "user@contoso.com", remediationDueDate: "2027-01-07T13:00:00.0000000Z" };
  const body = JSON.stringify({ properties });
  const headers = createHttpHeaders({ "content-type": "application/json" });
  for (const request of [
    { method: "PUT", url: one, headers, body },
    { method: "GET", url: one },
    { method: "GET", url: url(list) },
    { method: "DELETE", url: one },
  ] as const) {
    await httpClient.sendRequest(createPipelineRequest(request));
  }
}

const clusters = `containerservice/resource-manager/Microsoft.ContainerService/aks/stable/${apiVersions.managedClusters}/managedClusters.json`;
const hasClusters = existsSync(path.join(specification, clusters));

/** Permissions are not among the specifications, and clusters perhaps not in the version that we ask for. */
function isSpecified({ request: { uri } }: Exchange): boolean {
  return (
    !uri.includes("Microsoft.Authorization") && (hasClusters || !/\/managedClusters\/[^/?]+\?/.test(uri))
  );
}

if (existsSync(specification)) {
  test("requests and answers are those of Microsoft's OpenAPI", async () => {
    const validator = new LiveValidator({
      directory: specification,
      git: { shouldClone: false },
      swaggerPathsPattern: [
        "resourcegraph/resource-manager/Microsoft.ResourceGraph/stable/2024-04-01/resourcegraph.json",
        "security/resource-manager/Microsoft.Security/stable/2021-11-01/alerts.json",
        "security/resource-manager/Microsoft.Security/stable/2024-01-01/pricings.json",
        "security/resource-manager/Microsoft.Security/preview/2022-01-01-preview/governanceAssignments.json",
        ...(hasClusters ? [clusters] : []),
      ],
    });
    await validator.initialize();
    const emulator = await startArmEmulator();
    const exchanges = await recordExchanges(emulator);
    await emulator.close();
    const specified = exchanges.filter(isSpecified);
    const uris = specified.map(({ request }) => request.uri);
    expect(uris.filter((uri) => uri.includes("Microsoft.ResourceGraph")).length).toBeGreaterThanOrEqual(8);
    expect(uris).toContainEqual(expect.stringMatching(/managedClusters\/[^/]+\/.*pricings\/Containers\?/));
    expect(uris).toContainEqual(expect.stringMatching(/subscriptions\/[^/]+\/.*pricings\/CloudPosture\?/));
    const ofOwners = specified.filter(({ request }) => request.uri.includes("/governanceAssignments"));
    expect(ofOwners.map(({ response }) => response.status)).toEqual([201, 200, 200, 200]);
    for (const { request, response } of specified) {
      const json = { "content-type": "application/json" };
      const result = await validator.validateLiveRequestResponse({
        liveRequest: {
          url: request.uri,
          method: request.method,
          headers: { ...json, ...request.headers },
          ...(request.body === undefined ? {} : { body: request.body as Json }),
        },
        liveResponse: {
          statusCode: String(response.status),
          headers: { ...json, ...response.headers },
          body: response.body as Json,
        },
      });
      const issues = [
        ...result.requestValidationResult.errors,
        ...result.responseValidationResult.errors,
      ].map(({ code, message, pathsInPayload }) => `${code} ${message} ${pathsInPayload.join()}`);
      expect(issues.filter((issue) => !departures.some((known) => known.test(issue)))).toEqual([]);
      expect(result.requestValidationResult.isSuccessful).toBe(true);
    }
  });
} else {
  test("there is no specification here to compare with", () => {
    expect(existsSync(specification)).toBe(false);
  });
}
