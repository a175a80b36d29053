import { AzureProblem } from "./azureProblem";
import type { AzureAccess } from "./azureAccount";
import { createArmCaller, refusalOf, type ArmCaller } from "./callArm";
import { connect, type ClusterPlace, type Connection } from "./connect";
import { createGate } from "./gate";
import { readBatch, runBatch } from "./runBatch";
import { envelope, type AnswerBatch } from "../Server/batchEndpoint";

/** What the local portal has of Azure, for one cluster. */
export interface AzureSession {
  /** Connects, or tries again when that failed before. Rejects with {@link AzureProblem}. */
  connected(): Promise<Connection>;
  readonly answerBatch: AnswerBatch;
}

export interface AzureSessionOptions {
  readonly access: AzureAccess;
  readonly place: ClusterPlace;
  readonly isReadOnly: boolean;
  /** Told of calls that were not sent. */
  readonly tell: (line: string) => void;
}

export function createAzureSession({ access, place, isReadOnly, tell }: AzureSessionOptions): AzureSession {
  const { arm } = access.cloud;
  const gate = createGate({ arm, subscriptionId: place.subscriptionId, isReadOnly });
  let connecting: Promise<Connection> | undefined;
  const connected = () => {
    connecting ??= connect(access, place).catch((error: unknown) => {
      connecting = undefined;
      throw error;
    });
    return connecting;
  };
  const call: ArmCaller = async (request, signal) => {
    const passage = gate(request);
    if (!passage.allowed) {
      tell(passage.message);
      return refusalOf(request, 403, passage.code, passage.message);
    }
    const { account } = await connected();
    return createArmCaller({ arm, ...account })(request, passage, signal);
  };
  return { connected, answerBatch: createAnswer(withProblems(call)) };
}

/** What got no answer is answered in ARM's error envelope: the page says then why. */
function withProblems(call: ArmCaller): ArmCaller {
  return async (request, signal) => {
    try {
      return await call(request, signal);
    } catch (error) {
      if (error instanceof AzureProblem) {
        return refusalOf(request, error.kind === "noNetwork" ? 503 : 401, error.kind, error.message);
      }
      throw error;
    }
  };
}

function createAnswer(call: ArmCaller): AnswerBatch {
  return async (body, signal) => {
    const requests = readBatch(parse(body));
    if (!requests) {
      const text = JSON.stringify(envelope("InvalidRequestContent", "This is no batch of at most 20 calls."));
      return { status: 400, text };
    }
    const responses = await runBatch(requests, call, signal);
    return { status: 200, text: JSON.stringify({ responses }) };
  };
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined; // Said by the caller.
  }
}
