import { isRecord, recordOf, textOf, type JsonRecord } from "../Core/json";
import { operationState } from "../Core/operationState";
import type { PlanOperation } from "./planSettings";

/** Readers of what all pricings have in common (Microsoft.Security/pricings 2024-01-01). */
export function pricingProperties(body: unknown): JsonRecord {
  return recordOf(isRecord(body) ? body.properties : undefined);
}

/** Whether the plan is on; `undefined` when the pricing does not say. */
export function isPlanOn({ pricingTier }: JsonRecord): boolean | undefined {
  const tier = textOf(pricingTier)?.toLowerCase();
  return tier === "standard" || tier === "free" ? tier === "standard" : undefined;
}

/** Booleans of pricings are the texts "True" and "False". */
export function isTrue(value: unknown): boolean {
  return textOf(value)?.toLowerCase() === "true";
}

/** How the last operation on a plan or an extension ended; `undefined` when the service says nothing of one. */
export function operationOf(value: unknown): PlanOperation | undefined {
  const { code, message } = recordOf(value);
  const status = textOf(code);
  const state = status === undefined ? "running" : operationState(status);
  if (state === "running") {
    return undefined;
  }
  // Of an end such as `Cancelled` the code says more than no message at all.
  const reason = state === "succeeded" || state === "failed" ? "" : (status ?? "");
  return { hasFailed: state !== "succeeded", message: textOf(message) ?? reason };
}
