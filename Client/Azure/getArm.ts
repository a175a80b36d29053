import type { ServiceClient } from "@azure/core-client";
import { armOrigin } from "./arm";
import { asService } from "./failureFrom";
import { bodyOf, sendArm } from "./sendArm";

export interface ArmResource {
  readonly commandName: string;
  /** Path that starts with `/subscriptions/`. */
  readonly path: string;
  readonly apiVersion: string;
}

/** Reads one ARM resource that no SDK client here carries. Rejects with `FailureError`. */
export function getArm(client: ServiceClient, resource: ArmResource, signal?: AbortSignal): Promise<unknown> {
  return asService(() => readArm(client, armUrl(resource), resource.commandName, signal));
}

export function armUrl({ path, apiVersion }: Pick<ArmResource, "path" | "apiVersion">): string {
  return `${armOrigin}${path}?api-version=${apiVersion}`;
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
