import { createAzure } from "../../Client/Azure/Pipeline/azure";
import {
  createHostHttpClient,
  type HostRequest,
  type HostResponse,
} from "../../Client/Azure/Pipeline/hostHttpClient";
import { isCanceled, FailureError } from "../../Client/Core/failure";
import { clusterScopeOf, type ClusterScope } from "../../Client/Core/clusterScope";
import { FixChangedError } from "../../Client/QuickFixes/fixChanged";
import { createServices, type Services } from "../../Client/services";
import type { ScenarioName } from "../../Extension/ArmEmulator/Scenarios/scenarioNames";
import { startArmEmulator, type ArmEmulator } from "../../Extension/ArmEmulator/startArmEmulator";
import { createEmulatorHost } from "../Support/emulatorHost";
import { createFakeClock } from "../Support/fakeClock";

/** One call of the product and what the emulator answered. */
export interface Exchange {
  readonly scenario: ScenarioName;
  readonly request: HostRequest;
  readonly response: HostResponse;
}

export interface Setup {
  readonly services: Services;
  readonly emulator: ArmEmulator;
  readonly cluster: ClusterScope;
  /** The clock of both sides. */
  readonly now: () => Date;
  /** Sends something that the product itself never gets so far as to send. */
  send(request: Pick<HostRequest, "method" | "uri" | "headers" | "body">): Promise<HostResponse>;
}

export interface Drive {
  readonly scenario: ScenarioName;
  run(setup: Setup): Promise<void>;
}

/** Everything that goes over the wire while a drive runs: our services, the real SDK clients, the emulator over HTTP. */
export async function recordDrive({ scenario, run }: Drive): Promise<readonly Exchange[]> {
  // A world begins with a minute.
  const clock = createFakeClock(Math.floor(Date.now() / 60_000) * 60_000);
  const now = () => new Date(clock.now());
  const emulator = await startArmEmulator({ scenario, now });
  const exchanges: Exchange[] = [];
  const sendToEmulator = createEmulatorHost(emulator);
  const send = async (request: HostRequest) => {
    const response = await sendToEmulator(request);
    exchanges.push({ scenario, request, response });
    return response;
  };
  try {
    const cluster = clusterOf(emulator);
    const { subscriptionId } = cluster;
    const httpClient = createHostHttpClient(send);
    const azure = createAzure({ httpClient, subscriptionId, clock, random: () => 0 });
    const services = createServices(azure, cluster);
    await run({
      services,
      emulator,
      cluster,
      now,
      send: (request) => send({ ...request, commandName: direct }),
    });
  } finally {
    await emulator.close();
  }
  return exchanges;
}

function clusterOf({ clusterId }: ArmEmulator): ClusterScope {
  const scope = clusterScopeOf(clusterId);
  if (!scope.ok) {
    throw new Error(scope.reason);
  }
  return scope.cluster;
}

const direct = "Conformance/Direct";

/** Whether a call was made by a drive itself, not by the product. */
export function isDirect({ commandName }: HostRequest): boolean {
  return commandName === direct;
}

/** What a call resolves to; `undefined` when the service refused it in a way that the product knows. */
export async function attempt<T>(call: () => Promise<T>): Promise<T | undefined> {
  try {
    return await call();
  } catch (error) {
    if (error instanceof FailureError || error instanceof FixChangedError || isCanceled(error)) {
      return undefined;
    }
    throw error;
  }
}
