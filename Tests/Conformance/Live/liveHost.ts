import type { HostRequest, HostResponse, HostSend } from "../../../Client/Azure/Pipeline/hostHttpClient";
import type { AzureAccount } from "../../../Extension/LocalPortal/AzureMode/azureAccount";
import { AzureProblem } from "../../../Extension/LocalPortal/AzureMode/azureProblem";
import { createArmCaller } from "../../../Extension/LocalPortal/AzureMode/callArm";
import { wireRequestOf } from "../../../Extension/Program/Report/wireRequest";
import type { Gate, Passed, Refused } from "../../../Extension/LocalPortal/Gate/gate";
import type { Answer } from "./answers";

/** The calls that were sent, with what came back, and the names of those that were not. */
export interface LiveRecord {
  readonly answers: Answer[];
  /** By name of the call. */
  readonly notAsked: Set<string>;
  /** Why nothing more can be asked: no sign-in, no network. */
  problem: AzureProblem | undefined;
}

export const createRecord = (): LiveRecord => ({ answers: [], notAsked: new Set(), problem: undefined });

/** The one POST that leaves. Nothing in Azure is changed by a query of Resource Graph. */
const graphPath = /^\/providers\/Microsoft\.ResourceGraph\/resources$/i;

/**
 * Sends what only reads: a GET that the door of the local portal lets pass with `--read-only`, and the query of Resource Graph. Anything
 * else is answered here as refused and does not leave.
 */
export function createLiveHost(
  gate: Gate,
  { arm, account }: { readonly arm: string; readonly account: Pick<AzureAccount, "send"> },
  record: LiveRecord,
): HostSend {
  const call = createArmCaller({ arm, send: account.send });
  return async (request) => {
    const passage = record.problem ? undefined : passageOf(gate, request);
    if (!passage?.allowed) {
      record.notAsked.add(request.commandName);
      return refused;
    }
    try {
      const { signal } = new AbortController();
      const { httpStatusCode, headers, content } = await call(wireRequestOf(request), passage, signal);
      const response = { status: httpStatusCode, headers, body: content ?? undefined };
      record.answers.push({ request, response });
      return response;
    } catch (error) {
      if (!(error instanceof AzureProblem)) {
        throw error;
      }
      record.problem ??= error;
      return refused;
    }
  };
}

const refused: HostResponse = {
  status: 403,
  headers: {},
  body: { error: { code: "NotAsked", message: "Not sent: conformance only reads." } },
};

/** Two doors: that of the local portal, and the methods and the path here. */
function passageOf(gate: Gate, request: HostRequest): Passed | Refused | undefined {
  const { pathname } = new URL(request.uri);
  const isRead = request.method === "GET" || (request.method === "POST" && graphPath.test(pathname));
  return isRead ? gate(wireRequestOf(request)) : undefined;
}
