import { apiVersion } from "../../Client/Core/apiVersionTable";
import { format } from "../../Client/Core/format";
import type { ScenarioName } from "../ArmEmulator/Scenarios/scenarioNames";
import { startArmEmulator, type ArmEmulator } from "../ArmEmulator/startArmEmulator";
import { publicArm } from "./Gate/armPath";
import { refusalOf } from "./Gate/refusal";
import { admit, createGate, type Gate } from "./Gate/gate";
import { createBatchAnswer } from "./Gate/runBatch";
import type { WireRequest, WireResponse } from "../PortalSdk/portalHost";
import type { AnswerBatch } from "./Gate/batchEndpoint";
import { startPortalServers } from "./Server/portalServers";
import { resourceHash } from "./Shell/route";
import { Shell } from "./Shell/Shell.resjson";

interface LocalPortalOptions {
  /** 0: any port that is free. */
  readonly port: number;
  readonly scenario: ScenarioName;
  /** Folder of the bundle; absent: that of `npm run build`. */
  readonly views?: string | undefined;
  /** Of the emulated world; absent: always the same one. */
  readonly seed?: number;
  /** The emulator's clock; absent: that of the machine. */
  readonly now?: () => Date;
}

export interface LocalPortal {
  /** Address of the start page: the overview of the main cluster. */
  readonly url: string;
  readonly emulator: ArmEmulator;
  close(): Promise<void>;
}

/**
 * Starts the local portal: the shell, an origin of its own for view frames, and the ARM emulator. Needs the bundle of
 * `npm run build`. Rejects with Node's error when the port is taken.
 */
export async function startLocalPortal(options: LocalPortalOptions): Promise<LocalPortal> {
  const { port, views, ...emulated } = options;
  const emulator = await startArmEmulator(emulated);
  const { clusterId, world } = emulator;
  try {
    const servers = await startPortalServers({
      port,
      views,
      answerBatch: answerBatchOf(emulator),
      answerFaults: faultsOf(emulator),
      settings: () =>
        Promise.resolve({
          subject: format(Shell.scenario, emulator.scenario),
          "cluster-id": clusterId,
          "user-name": world.engineer.name,
          "user-email": world.engineer.email,
          "user-object-id": world.engineer.objectId,
          "tenant-id": world.tenantId,
        }),
    });
    return {
      url: servers.newUrl(resourceHash(clusterId, "overview"), "terminal"),
      emulator,
      close: async () => {
        await Promise.all([servers.close(), emulator.close()]);
      },
    };
  } catch (error) {
    await emulator.close();
    throw error;
  }
}

/** A list of faults is set, `null` only reads what is set. */
function faultsOf({ url, token }: ArmEmulator): AnswerBatch {
  return async (body, signal) => {
    const isRead = body.trim() === "null";
    const answer = await fetch(`${url}/emulator/faults`, {
      method: isRead ? "GET" : "PUT",
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      ...(isRead ? {} : { body }),
      signal,
    });
    return { status: answer.status, text: await answer.text() };
  };
}

/** The emulator answers whole batches. Calls that Azure mode would not send are refused here too, to find that out. */
export function answerBatchOf(emulator: ArmEmulator): AnswerBatch {
  const gate = gateTo(emulator);
  const read = (target: string) => readFrom(emulator, target);
  return createBatchAnswer(async (requests, signal) => {
    const passages = await Promise.all(requests.map((request) => admit(gate, request, read)));
    const answered = await sendBatch(
      emulator,
      requests.filter((_, index) => passages[index]?.allowed),
      signal,
    );
    const answers = answered[Symbol.iterator]();
    return requests.map((request, index) => {
      const passage = passages[index];
      return passage && !passage.allowed
        ? refusalOf(request, passage.status, passage.code, passage.message)
        : (answers.next().value ?? refusalOf(request, 502, "BadGateway", "The emulator did not answer."));
    });
  });
}

/** The gate of Azure mode for the emulator's cluster. */
export function gateTo({ world, clusterId }: Pick<ArmEmulator, "world" | "clusterId">): Gate {
  const found = world.clusters.find(({ id }) => id === clusterId);
  const { subscriptionId } = world;
  const cluster = { clusterId, subscriptionId, nodeResourceGroup: found?.nodeResourceGroup };
  return createGate({ arm: publicArm, cluster, isReadOnly: false });
}

async function sendBatch(
  { url, token }: ArmEmulator,
  requests: readonly WireRequest[],
  signal: AbortSignal,
): Promise<readonly WireResponse[]> {
  if (requests.length === 0) {
    return [];
  }
  const answer = await fetch(`${url}/batch?api-version=${apiVersion("batch")}`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    body: JSON.stringify({ requests }),
    signal,
  });
  const { responses } = (await answer.json()) as { readonly responses?: readonly WireResponse[] };
  if (!responses) {
    throw new Error(`The emulator answered a batch with status ${answer.status}.`);
  }
  return responses;
}

/** GET of a path and query, besides the page's calls. */
export async function readFrom({ url, token }: Pick<ArmEmulator, "url" | "token">, target: string) {
  const answer = await fetch(`${url}${target}`, { headers: { authorization: `Bearer ${token}` } });
  return { status: answer.status, content: (await answer.json()) as unknown };
}
