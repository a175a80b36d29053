import { fillIn } from "../../Client/Domain/fillIn";
import type { ScenarioName } from "../ArmEmulator/Scenarios/scenarioNames";
import { startArmEmulator, type ArmEmulator } from "../ArmEmulator/startArmEmulator";
import { publicArm } from "./AzureMode/armPath";
import { createGate } from "./AzureMode/gate";
import { readBatch } from "./AzureMode/runBatch";
import { envelope, type AnswerBatch } from "./Server/batchEndpoint";
import { startPortalServers } from "./Server/portalServers";
import { resourceHash } from "./Shell/route";
import { Shell } from "./Shell/Shell.resjson";

export interface LocalPortalOptions {
  /** 0: any port that is free. */
  readonly port: number;
  readonly scenario: ScenarioName;
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
  const { port, ...emulated } = options;
  const emulator = await startArmEmulator(emulated);
  const { clusterId, world } = emulator;
  try {
    const servers = await startPortalServers({
      port,
      isPrivate: false,
      answerBatch: forwardTo(emulator),
      settings: () =>
        Promise.resolve({
          subject: fillIn(Shell.scenario, emulator.scenario),
          "cluster-id": clusterId,
          "user-name": world.engineer.name,
          "user-email": world.engineer.email,
          "user-object-id": world.engineer.objectId,
          "tenant-id": world.tenantId,
        }),
    });
    return {
      url: `${servers.pageUrl}${resourceHash(clusterId, "overview")}`,
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

/** The emulator answers whole batches; a batch with a call that Azure mode would not send is refused, to find that out here. */
function forwardTo({ url, token, world }: ArmEmulator): AnswerBatch {
  const gate = createGate({ arm: publicArm, subscriptionId: world.subscriptionId, isReadOnly: false });
  return async (body, signal) => {
    const refused = readBatch(JSON.parse(body))
      ?.map(gate)
      .find(({ allowed }) => !allowed);
    if (refused && !refused.allowed) {
      return { status: 403, text: JSON.stringify(envelope(refused.code, refused.message)) };
    }
    const answer = await fetch(`${url}/batch?api-version=2020-06-01`, {
      method: "POST",
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      body,
      signal,
    });
    return { status: answer.status, text: await answer.text() };
  };
}
