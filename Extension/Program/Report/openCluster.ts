import type { HostSend } from "../../../Client/Azure/Pipeline/hostHttpClient";
import { CommandLineError } from "../../CommandLine/commandLine";
import type { Tell } from "../../CommandLine/runServer";
import type { ScenarioName } from "../../ArmEmulator/Scenarios/scenarioNames";
import type { AzureAccess } from "../../LocalPortal/AzureMode/azureAccount";
import type { AzureFlags } from "../../LocalPortal/AzureMode/azureFlags";
import type { AnswerBatch } from "../../LocalPortal/Gate/batchEndpoint";
import type { WireResponse } from "../../PortalSdk/portalHost";
import { wireRequestOf } from "./wireRequest";

/** A cluster that can be asked for its findings. */
export interface OpenCluster {
  readonly clusterId: string;
  /** Email address of who asks; `undefined`: not known. */
  readonly me: string | undefined;
  readonly send: HostSend;
  close(): Promise<void>;
}

/** A cluster of the emulator's world. */
export async function openEmulated(scenario: ScenarioName): Promise<OpenCluster> {
  const { startArmEmulator } = await import("../../ArmEmulator/startArmEmulator");
  const { answerBatchOf } = await import("../../LocalPortal/startLocalPortal");
  const emulator = await startArmEmulator({ port: 0, scenario });
  return {
    clusterId: emulator.clusterId,
    me: emulator.world.engineer.email,
    send: sendThrough(answerBatchOf(emulator)),
    close: () => emulator.close(),
  };
}

/**
 * A real cluster, which can only be read. Throws {@link CommandLineError} when there is no cluster to read or no sign-in. What of the
 * cluster is missing is told.
 */
export async function openReal(
  { place, cloud, tenantId }: AzureFlags,
  tell: Tell,
  access: Omit<AzureAccess, "tenantId"> = { cloud },
): Promise<OpenCluster> {
  const { createAzureSession } = await import("../../LocalPortal/AzureMode/azureSession");
  const { inOneLine } = await import("../../LocalPortal/AzureMode/azureProblem");
  if (!place) {
    throw new CommandLineError("A report needs --cluster.");
  }
  const session = createAzureSession({
    access: { ...access, ...(tenantId === undefined ? {} : { tenantId }) },
    place,
    isReadOnly: true,
    tell,
  });
  const { user, warning } = await inOneLine(session.connected());
  if (warning !== undefined) {
    tell(warning);
  }
  return {
    clusterId: place.clusterId,
    me: user.email,
    send: sendThrough(session.answerBatch),
    close: () => Promise.resolve(),
  };
}

/** Each call as a batch of its own, through the same gate as the page's. */
function sendThrough(answer: AnswerBatch): HostSend {
  return async (call) => {
    const request = wireRequestOf(call);
    const { text } = await answer(JSON.stringify({ requests: [request] }), new AbortController().signal);
    const { responses } = JSON.parse(text) as { readonly responses?: readonly WireResponse[] }; // Our own server's.
    const response = responses?.[0];
    if (!response) {
      throw new Error(text);
    }
    return {
      status: response.httpStatusCode,
      headers: response.headers,
      body: response.content ?? undefined,
    };
  };
}
