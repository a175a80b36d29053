import { createAzure } from "../../Client/Azure/Pipeline/azure";
import { createHostHttpClient } from "../../Client/Azure/Pipeline/hostHttpClient";
import { clusterScopeOf } from "../../Client/Core/clusterScope";
import { FailureError, type Failure } from "../../Client/Core/failure";
import { createServices, type Services } from "../../Client/services";
import type { ScenarioName } from "../../Extension/ArmEmulator/Scenarios/scenarioNames";
import {
  startArmEmulator,
  type ArmEmulator,
  type ArmEmulatorOptions,
} from "../../Extension/ArmEmulator/startArmEmulator";
import { createGatedHost } from "./emulatorHost";
import { createFakeClock } from "./fakeClock";

type FakeClock = ReturnType<typeof createFakeClock>;

/** A call that our side made, be it the first try or a retry. */
export interface SentCall {
  readonly method: string;
  readonly path: string;
  readonly apiVersion: string | null;
  readonly commandName: string;
}

interface Setup {
  readonly services: Services;
  readonly emulator: ArmEmulator;
  readonly clock: FakeClock;
  /** In the order in which they were sent. Tests may clear it. */
  readonly calls: SentCall[];
}

/** Our services through the real SDK clients and the batch protocol, against the emulator over HTTP. */
export function withServices<T>(
  scenario: ScenarioName,
  use: (services: Services, emulator: ArmEmulator, clock: FakeClock) => Promise<T>,
): Promise<T> {
  return withEmulator({ scenario }, createFakeClock(Date.now()), ({ services, emulator, clock }) =>
    use(services, emulator, clock),
  );
}

/**
 * The same with one clock for both sides: while our side waits, time passes for the emulator too, so that its quotas fill up
 * again and Resource Graph catches up.
 */
export function withOneClock<T>(
  options: Omit<ArmEmulatorOptions, "now">,
  use: (setup: Setup) => Promise<T>,
): Promise<T> {
  const clock = clockOfWorlds();
  return withEmulator({ ...options, now: () => new Date(clock.now()) }, clock, use);
}

/** Two pages of the same engineer, or of two, on one emulator and one clock. `beforeSend` may hold a call of either back. */
export async function withTwoPages<T>(
  use: (mine: Services, theirs: Services, emulator: ArmEmulator) => Promise<T>,
  beforeSend: Readonly<Record<"mine" | "theirs", BeforeSend>> = { mine: atOnce, theirs: atOnce },
): Promise<T> {
  const clock = clockOfWorlds();
  const emulator = await startArmEmulator({ now: () => new Date(clock.now()) });
  try {
    const mine = createPage(emulator, clock, beforeSend.mine);
    const theirs = createPage(emulator, clock, beforeSend.theirs);
    return await use(mine.services, theirs.services, emulator);
  } finally {
    await emulator.close();
  }
}

/** A world begins with a minute. */
function clockOfWorlds(): FakeClock {
  return createFakeClock(Math.floor(Date.now() / 60_000) * 60_000);
}

type BeforeSend = (call: SentCall) => Promise<void>;

function atOnce(): Promise<void> {
  return Promise.resolve();
}

async function withEmulator<T>(
  options: ArmEmulatorOptions,
  clock: FakeClock,
  use: (setup: Setup) => Promise<T>,
): Promise<T> {
  const emulator = await startArmEmulator(options);
  try {
    return await use({ ...createPage(emulator, clock, atOnce), emulator, clock });
  } finally {
    await emulator.close();
  }
}

function createPage(emulator: ArmEmulator, clock: FakeClock, beforeSend: BeforeSend) {
  const scope = clusterScopeOf(emulator.clusterId);
  if (!scope.ok) {
    throw new Error(scope.reason);
  }
  const { cluster } = scope;
  const calls: SentCall[] = [];
  const send = createGatedHost(emulator);
  const httpClient = createHostHttpClient(async (request) => {
    const { pathname, searchParams } = new URL(request.uri);
    const { method, commandName } = request;
    const call = { method, path: pathname, apiVersion: searchParams.get("api-version"), commandName };
    calls.push(call);
    await beforeSend(call);
    return send(request);
  });
  const azure = createAzure({ httpClient, subscriptionId: cluster.subscriptionId, clock, random: () => 0 });
  return { services: createServices(azure, cluster), calls };
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
