import { isRecord, recordOf, textOf, type JsonRecord } from "../Domain/json";
import type { PlanOperation } from "../Domain/planSettings";

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
export function operationOf(status: unknown): PlanOperation | undefined {
  const { code, message } = recordOf(status);
  const known = textOf(code)?.toLowerCase();
  return known === "succeeded" || known === "failed"
    ? { hasFailed: known === "failed", message: textOf(message) ?? "" }
    : undefined;
}
