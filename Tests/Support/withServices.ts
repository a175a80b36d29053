import { createAzure } from "../../Client/Azure/azure";
import { createHostHttpClient } from "../../Client/Azure/hostHttpClient";
import { clusterScopeOf } from "../../Client/Domain/clusterScope";
import { FailureError, type Failure } from "../../Client/Domain/failure";
import { createServices, type Services } from "../../Client/services";
import type { ScenarioName } from "../../Extension/ArmEmulator/Scenarios/scenarioNames";
import { startArmEmulator, type ArmEmulator } from "../../Extension/ArmEmulator/startArmEmulator";
import { createEmulatorHost } from "./emulatorHost";
import { createFakeClock } from "./fakeClock";

type FakeClock = ReturnType<typeof createFakeClock>;

/** Our services through the real SDK clients and the batch protocol, against the emulator over HTTP. */
export async function withServices<T>(
  scenario: ScenarioName,
  use: (services: Services, emulator: ArmEmulator, clock: FakeClock) => Promise<T>,
): Promise<T> {
  const emulator = await startArmEmulator({ scenario });
  try {
    const scope = clusterScopeOf(emulator.clusterId);
    if (!scope.ok) {
      throw new Error(scope.reason);
    }
    const { cluster } = scope;
    const clock = createFakeClock(Date.now());
    const httpClient = createHostHttpClient(createEmulatorHost(emulator));
    const azure = createAzure({ httpClient, subscriptionId: cluster.subscriptionId, clock, random: () => 0 });
    return await use(createServices(azure, cluster), emulator, clock);
  } finally {
    await emulator.close();
  }
}

/** The failure that a call ends with, or whatever else it ends with. */
export async function failureOfCall(call: Promise<unknown>): Promise<Failure> {
  const error: unknown = await call.then(
    () => new Error("The call succeeded."),
    (reason: unknown) => reason,
  );
  if (error instanceof FailureError) {
    return error.failure;
  }
  throw error;
}
