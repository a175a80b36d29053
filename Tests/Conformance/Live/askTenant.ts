import { createAzure } from "../../../Client/Azure/Pipeline/azure";
import { createHostHttpClient } from "../../../Client/Azure/Pipeline/hostHttpClient";
import { clusterScopeOf } from "../../../Client/Core/clusterScope";
import { createServices } from "../../../Client/services";
import type { AzureAccess } from "../../../Extension/LocalPortal/AzureMode/azureAccount";
import { connect, type Connection } from "../../../Extension/LocalPortal/AzureMode/connect";
import type { ClusterPlace } from "../../../Extension/LocalPortal/Gate/compileCall";
import { createGate } from "../../../Extension/LocalPortal/Gate/gate";
import type { ScenarioName } from "../../../Extension/ArmEmulator/Scenarios/scenarioNames";
import type { Reading } from "../drives";
import { recordDrive } from "../traffic";
import { createLiveHost, createRecord, type LiveRecord } from "./liveHost";
import type { Answer } from "./answers";

/** Makes the product read. */
export type Read = (reading: Reading) => Promise<void>;

/** What a tenant answered, and who asked. */
export interface TenantAnswers {
  readonly record: LiveRecord;
  readonly connection: Connection;
}

/**
 * Signs in as `npm start -- --cluster` does and makes the product read everything that it reads of the cluster. Rejects with
 * `AzureProblem` when there is no sign-in, no cluster, or no network.
 */
export async function askTenant(
  access: AzureAccess,
  place: ClusterPlace,
  read: Read,
): Promise<TenantAnswers> {
  const connection = await connect(access, place);
  const { account, nodeResourceGroup } = connection;
  const { arm } = access.cloud;
  const gate = createGate({ arm, cluster: { ...place, nodeResourceGroup }, isReadOnly: true });
  const record = createRecord();
  const httpClient = createHostHttpClient(createLiveHost(gate, { arm, account }, record));
  const scope = clusterScopeOf(place.clusterId);
  if (!scope.ok) {
    throw new Error(scope.reason);
  }
  const azure = createAzure({ httpClient, subscriptionId: place.subscriptionId });
  await read({ services: createServices(azure, scope.cluster), cluster: scope.cluster });
  if (record.problem) {
    throw record.problem;
  }
  return { record, connection };
}

/** Worlds in which the emulator has what a cluster may have: every kind of row, and the plan in its several forms. */
export const comparableWorlds: readonly ScenarioName[] = [
  "busy",
  "plan-on-cluster",
  "plan-extended",
  "reader",
];

/** The same reads of the emulator, in several worlds. `read` is told which of them it is. */
export async function askEmulator(
  worlds: readonly ScenarioName[],
  read: (reading: Reading, at: number) => Promise<void>,
): Promise<readonly Answer[]> {
  const answers: Answer[] = [];
  for (const [at, scenario] of worlds.entries()) {
    answers.push(...(await recordDrive({ scenario, run: (setup) => read(setup, at) })));
  }
  return answers;
}
