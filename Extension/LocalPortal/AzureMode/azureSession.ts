import { AzureProblem } from "./azureProblem";
import type { AzureAccess } from "./azureAccount";
import { refusalOf } from "../Gate/refusal";
import { type ArmCaller, createBatchAnswer, runBatch } from "../Gate/runBatch";
import { createArmCaller } from "./callArm";
import type { ClusterPlace } from "../Gate/compileCall";
import { connect, type Connection } from "./connect";
import { admit, createGate } from "../Gate/gate";
import type { AnswerBatch } from "../Gate/batchEndpoint";
import { hostProblemHeader } from "../../../Client/Core/host";

/** What the local portal has of Azure, for one cluster. */
export interface AzureSession {
  /** Connects, or tries again when that failed before. Rejects with {@link AzureProblem}. */
  connected(): Promise<Connection>;
  readonly answerBatch: AnswerBatch;
}

interface AzureSessionOptions {
  readonly access: AzureAccess;
  readonly place: ClusterPlace;
  readonly isReadOnly: boolean;
  /** Told of calls that were not sent. */
  readonly tell: (line: string) => void;
}

export function createAzureSession(options: AzureSessionOptions): AzureSession {
  const { access, place } = options;
  let connecting: Promise<Connected> | undefined;
  const connected = () => {
    connecting ??= connect(access, place)
      .then((connection) => ({ connection, call: telling(createCall(connection, options), options.tell) }))
      .catch((error: unknown) => {
        connecting = undefined;
        throw error;
      });
    return connecting;
  };
  const call: ArmCaller = async (request, signal) => (await connected()).call(request, signal);
  return {
    connected: async () => (await connected()).connection,
    answerBatch: createBatchAnswer((requests, signal) => runBatch(requests, withProblems(call), signal)),
  };
}

interface Connected {
  readonly connection: Connection;
  readonly call: ArmCaller;
}

/** Sends what the gate lets pass. */
function createCall(
  { account, nodeResourceGroup }: Connection,
  { access, place, isReadOnly, tell }: AzureSessionOptions,
): ArmCaller {
  const { arm } = access.cloud;
  const gate = createGate({ arm, cluster: { ...place, nodeResourceGroup }, isReadOnly });
  const send = createArmCaller({ arm, send: account.send });
  const read = (target: string) => account.send({ method: "GET", target });
  return async (request, signal) => {
    const passage = await admit(gate, request, read);
    if (!passage.allowed) {
      tell(passage.message);
      return refusalOf(request, passage.status, passage.code, passage.message);
    }
    return send(request, passage, signal);
  };
}

/** What got no answer is answered in ARM's error envelope: the page says then why. */
function withProblems(call: ArmCaller): ArmCaller {
  return async (request, signal) => {
    try {
      return await call(request, signal);
    } catch (error) {
      if (!(error instanceof AzureProblem)) {
        throw error;
      }
      const { kind, message } = error;
      const refusal = refusalOf(request, kind === "noNetwork" ? 503 : 401, kind, message);
      return { ...refusal, headers: { [hostProblemHeader]: kind } };
    }
  };
}

/**
 * A sign-in that Azure wants anew while the page is open is told, for what helps is typed into a terminal. Of calls of one method that
 * fail alike, only the first is.
 */
function telling(call: ArmCaller, tell: (line: string) => void): ArmCaller {
  const told = new Map<string, string>();
  return async (request, signal) => {
    const method = request.httpMethod.toUpperCase();
    try {
      const answer = await call(request, signal);
      told.delete(method);
      return answer;
    } catch (error) {
      if (
        error instanceof AzureProblem &&
        error.kind === "notSignedIn" &&
        told.get(method) !== error.message
      ) {
        told.set(method, error.message);
        tell(error.message);
      }
      throw error;
    }
  };
}
