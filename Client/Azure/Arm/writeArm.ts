import type { ServiceClient } from "@azure/core-client";
import { armUrl } from "../../Core/armUrl";
import { asService } from "../Pipeline/failureFrom";
import type { ArmResource } from "./getArm";
import { bodyOf, sendArm } from "./sendArm";

/** Creates or replaces an ARM resource that no SDK client here carries; returns what the service has then. Rejects with `FailureError`. */
export function putArm(
  client: ServiceClient,
  resource: ArmResource,
  body: unknown,
  signal?: AbortSignal,
): Promise<unknown> {
  const call = { method: "PUT", url: armUrl(resource), commandName: resource.commandName, body } as const;
  return asService(async () => bodyOf(await sendArm(client, call, [200, 201], signal)) ?? null);
}

/** Deletes an ARM resource; one that is not there is as good as deleted. Rejects with `FailureError`. */
export function deleteArm(client: ServiceClient, resource: ArmResource, signal?: AbortSignal): Promise<void> {
  const call = { method: "DELETE", url: armUrl(resource), commandName: resource.commandName } as const;
  return asService(async () => {
    await sendArm(client, call, [200, 204], signal);
  });
}
