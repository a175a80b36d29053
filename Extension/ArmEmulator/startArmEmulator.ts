import { operations } from "./operations";
import type { Scenario } from "./Scenarios/scenario";
import { scenarios } from "./Scenarios/scenarios";
import type { ScenarioName } from "./Scenarios/scenarioNames";
import { armAudience, createAuthenticate, createToken, type TokenTrust } from "./Server/accessToken";
import { createAccessLog, type RecordedRequest } from "./Server/accessLog";
import type { ArmRequest, ArmResponse } from "./Server/arm";
import { answerBatch, isBatch } from "./Server/batch";
import { serveArm, type ServerIdentity } from "./Server/httpServer";
import { createSignIn, type SignInBehavior } from "./SignIn/signIn";
import type { SignInClient } from "./SignIn/grants";
import { createFaultControl, isFaultControl } from "./Server/faultControl";
import { createFaults } from "./Server/faults";
import { createPipeline } from "./Server/pipeline";
import { generateWorld } from "./World/generateWorld";
import { terminalLine } from "../CommandLine/terminalText";
import type { World } from "./World/world";

export type { RecordedRequest };

export interface ArmEmulatorOptions {
  /** 0 or absent: any port that is free. */
  readonly port?: number;
  readonly scenario?: ScenarioName;
  readonly seed?: number;
  /** Of the world; absent: always the same one. */
  readonly tenantId?: string;
  /** Absent: the clock of the machine. */
  readonly now?: () => Date;
  /** How long Resource Graph shows the old state of a changed alert or owner; absent: as long as the scenario says. */
  readonly graphLagSeconds?: number;
  /** How long Defender for Cloud takes to look at a changed cluster or plan again; absent: as long as the scenario says. */
  readonly evaluationDelaySeconds?: number;
  /** Serves HTTPS, as the real ARM does; absent: plain HTTP. */
  readonly tls?: ServerIdentity;
  /** Lets clients sign in at the emulator itself, which then takes no other tokens. */
  readonly signIn?: SignInBehavior;
  /** Makes the emulator check who issued a token, and when; {@link ArmEmulator.token} is then good for nothing. */
  readonly trust?: Omit<TokenTrust, "tenantId">;
  /** Told of calls that no operation answers, in lines that are safe for a terminal. */
  readonly onUnknown?: (line: string) => void;
}

export interface ArmEmulator {
  readonly url: string;
  readonly scenario: ScenarioName;
  readonly world: World;
  /** ARM id of the main cluster. */
  readonly clusterId: string;
  /** Bearer token of the signed-in engineer. */
  readonly token: string;
  /** The service principal that may sign in; `undefined`: the emulator has no sign-in. */
  readonly client: SignInClient | undefined;
  /** Calls to ARM that have been answered, in the order in which they came. */
  readonly requests: readonly RecordedRequest[];
  clearRequests(): void;
  close(): Promise<void>;
}

const defaultSeed = 20261124;

/** Starts ARM on the loopback interface. Rejects with Node's error when the port is taken. */
export async function startArmEmulator(options: ArmEmulatorOptions = {}): Promise<ArmEmulator> {
  const { port = 0, scenario = "busy", seed = defaultSeed, now = () => new Date() } = options;
  const { world, answer, signIn } = createArm(scenario, seed, now, options);
  const log = createAccessLog();
  const { url, close } = await serveArm({
    port,
    answer,
    now,
    tls: options.tls,
    onRequest() {
      const onAnswered = log.arrive();
      return (request, response) => {
        if (!isFaultControl(request)) {
          onAnswered(recordOf(request, response));
        }
      };
    },
  });
  return {
    url,
    scenario,
    world,
    clusterId: world.mainClusterId,
    token: signIn?.token() ?? tokenFor(world, now()),
    client: signIn?.client,
    requests: log.requests,
    clearRequests: log.clear,
    close,
  };
}

/** The scenario's world and what answers ARM calls about it, without any HTTP. */
function createArm(name: ScenarioName, seed: number, now: () => Date, options: ArmEmulatorOptions) {
  const { graphLagSeconds, evaluationDelaySeconds, onUnknown = () => undefined } = options;
  const scenario = scenarios[name];
  const generated = createWorld(scenario, seed, now());
  const world: World = {
    ...generated,
    tenantId: options.tenantId ?? generated.tenantId,
    graphLagSeconds: graphLagSeconds ?? generated.graphLagSeconds,
    evaluationDelaySeconds: evaluationDelaySeconds ?? generated.evaluationDelaySeconds,
  };
  const { tenantId, engineer } = world;
  const signIn =
    options.signIn && createSignIn({ tenantId, person: engineer, now, behavior: options.signIn });
  const trust = signIn?.trust ?? options.trust;
  const authenticate = createAuthenticate(trust && { ...trust, tenantId });
  const faults = createFaults(scenario.faults(world));
  const control = createFaultControl(faults, authenticate, now);
  const answer = createPipeline({
    authenticate,
    world,
    roles: scenario.roles(world),
    faults,
    operations,
    now,
    onUnknown,
  });
  const answerArm = (request: ArmRequest) =>
    isBatch(request)
      ? answerBatch(request, answer, authenticate, now())
      : isFaultControl(request)
        ? control(request)
        : answer(request);
  return {
    world,
    signIn,
    async answer(request: ArmRequest) {
      return signIn?.answer(request) ?? (await answerArm(request));
    },
  };
}

function createWorld(scenario: Scenario, seed: number, now: Date): World {
  const { plan, isClusterDeleted, strayAlertRows } = scenario;
  const world = generateWorld({ ...plan, seed, now: startOfMinute(now) });
  return {
    ...world,
    strayAlertRows: strayAlertRows(world),
    clusters: world.clusters.filter(({ id }) => !isClusterDeleted || id !== world.mainClusterId),
  };
}

/** Worlds of the same minute are the same, so that their findings are made once. */
function startOfMinute(date: Date): Date {
  return new Date(Math.floor(date.getTime() / 60_000) * 60_000);
}

function tokenFor({ engineer }: World, now: Date): string {
  const day = 24 * 60 * 60;
  return createToken({
    aud: armAudience,
    oid: engineer.objectId,
    name: engineer.email,
    exp: Math.floor(now.getTime() / 1000) + day,
  });
}

function recordOf({ method, path, headers, body }: ArmRequest, { status }: ArmResponse): RecordedRequest {
  const commandName = headers["x-ms-command-name"];
  const items = (body as { readonly requests?: unknown } | undefined)?.requests;
  return {
    method,
    path: terminalLine(path),
    status,
    ...(commandName === undefined ? {} : { commandName: terminalLine(commandName) }),
    ...(Array.isArray(items) ? { batch: items.length } : {}),
  };
}
