import { isRestError, type PipelineResponse } from "@azure/core-rest-pipeline";
import { apiVersions } from "../Azure/Pipeline/arm";
import type { Azure } from "../Azure/Pipeline/azure";
import { followOperation, hasEnded } from "../Azure/Arm/followOperation";
import { pollArm } from "../Azure/Arm/pollArm";
import { sendArm } from "../Azure/Arm/armCalls";
import { required } from "../Azure/Arm/required";
import { Messages } from "../Azure/Pipeline/Messages.resjson";
import { bodyOf } from "../Azure/Pipeline/responseBody";
import { armUrl } from "../Core/armUrl";
import { format } from "../Core/format";
import { recordOf, textOf } from "../Core/json";
import type { OperationProgress } from "../Core/operationState";
import type { FixResource, FixWrite } from "./quickFix";
import type { FixProgress } from "./quickFixService";

const versions: Readonly<Record<FixResource, string>> = {
  cluster: apiVersions.managedClusters,
  diagnosticSetting: apiVersions.diagnosticSettings,
  workspace: apiVersions.workspaces,
  resourceGroup: apiVersions.resourceGroups,
};

const commandNames: Readonly<Record<FixResource, string>> = {
  cluster: "Dashboard/FixCluster",
  diagnosticSetting: "Dashboard/FixDiagnosticSetting",
  workspace: "Dashboard/FixWorkspace",
  resourceGroup: "Dashboard/FixResourceGroup",
};

interface WriteOptions {
  readonly ifMatch: string | undefined;
  readonly onProgress: (progress: FixProgress) => void;
  readonly signal: AbortSignal | undefined;
}

/** Sends one write of a fix and follows it to its end. Rejects with the SDK's error, `FailureError` or `AbortError`. */
export async function applyWrite(azure: Azure, write: FixWrite, options: WriteOptions): Promise<void> {
  const { ifMatch, signal } = options;
  const url = armUrl({ path: write.path, apiVersion: versions[write.resource] });
  const commandName = commandNames[write.resource];
  if (write.onlyIfMissing && (await exists(azure, url, commandName, signal))) {
    return;
  }
  const call = { method: "PUT", url, commandName, body: write.body, ifMatch } as const;
  const answer = await sendArm(azure.arm, call, [200, 201, 202], signal);
  await followWrite(azure, write.resource, { url, commandName, answer }, options);
}

async function exists({ arm }: Azure, url: string, commandName: string, signal: AbortSignal | undefined) {
  try {
    await sendArm(arm, { method: "GET", url, commandName }, [200], signal);
    return true;
  } catch (error) {
    if (isRestError(error) && error.statusCode === 404) {
      return false;
    }
    throw error;
  }
}

interface SentWrite {
  readonly url: string;
  readonly commandName: string;
  readonly answer: PipelineResponse;
}

/** By the operation that the service names; without one, by the state of the resource itself. */
async function followWrite(
  azure: Azure,
  resource: FixResource,
  { url, commandName, answer }: SentWrite,
  { onProgress, signal }: WriteOptions,
): Promise<void> {
  const operationUrl = answer.headers.get("azure-asyncoperation");
  if (operationUrl === undefined && answer.status !== 202) {
    const body = bodyOf(answer);
    const { id } = recordOf(body);
    required(textOf(id) ?? stateOf(answer), format(Messages.unexpectedAnswer, `HTTP ${answer.status}`), body);
  }
  const tell = (progress: OperationProgress) => onProgress({ resource, operationUrl, ...progress });
  const status = stateOf(answer) ?? (answer.status === 202 ? "Accepted" : "Succeeded");
  tell({ status, percent: undefined, elapsedSeconds: 0 });
  if (operationUrl !== undefined) {
    await followOperation(azure, { url: operationUrl, commandName, signal }, tell);
  } else if (!hasEnded(status, () => ({}))) {
    await pollArm(azure, { url, commandName, signal }, (read, elapsed) => {
      const now = stateOf(read) ?? "Succeeded";
      tell({ status: now, percent: undefined, elapsedSeconds: Math.round(elapsed / 1000) });
      return hasEnded(now, () => ({}));
    });
  }
}

/** `undefined` for resources that are made at once, such as diagnostic settings. */
export function stateOf(answer: PipelineResponse): string | undefined {
  return textOf(recordOf(recordOf(bodyOf(answer)).properties).provisioningState);
}
