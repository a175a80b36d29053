import type { ServiceClient } from "@azure/core-client";
import { armUrl, type ArmAddress } from "../../Core/armUrl";
import { asService } from "../Pipeline/failureFrom";
import { bodyOf, sendArm } from "./sendArm";

export interface ArmResource extends ArmAddress {
  readonly commandName: string;
}

/** Reads one ARM resource that no SDK client here carries. Rejects with `FailureError`. */
export function getArm(client: ServiceClient, resource: ArmResource, signal?: AbortSignal): Promise<unknown> {
  return asService(() => readArm(client, armUrl(resource), resource.commandName, signal));
}

/** One call without a body; rejects with the SDK's error for every status but 200. */
export async function readArm(
  client: ServiceClient,
  url: string,
  commandName: string,
  signal: AbortSignal | undefined,
  method: "GET" | "POST" = "GET",
): Promise<unknown> {
  return bodyOf(await sendArm(client, { method, url, commandName }, [200], signal)) ?? null;
}
