import type { DefenderPlan, MissingConfiguration } from "../Domain/defenderPlan";
import { isRecord, textOf, type JsonRecord } from "../Domain/json";

/**
 * Reads a pricing of a resource (Microsoft.Security/pricings 2024-01-01), whose booleans are the texts "True" and "False".
 * `undefined` when it does not say whether the plan is on.
 */
export function planFromWire(body: unknown): DefenderPlan | undefined {
  const properties = isRecord(body) && isRecord(body.properties) ? body.properties : {};
  const tier = textOf(properties.pricingTier)?.toLowerCase();
  if (tier !== "standard" && tier !== "free") {
    return undefined;
  }
  const extensions: readonly unknown[] = Array.isArray(properties.extensions) ? properties.extensions : [];
  return {
    isOn: tier === "standard",
    scope: isTrue(properties.inherited) ? "subscription" : "cluster",
    missing: tier === "standard" ? extensions.filter(isRecord).flatMap(missingIn) : [],
  };
}

function missingIn(extension: JsonRecord): readonly MissingConfiguration[] {
  const name = textOf(extension.name);
  const status = isRecord(extension.operationStatus) ? extension.operationStatus : {};
  const hasFailed = textOf(status.code)?.toLowerCase() === "failed";
  if (name === undefined || (isTrue(extension.isEnabled) && !hasFailed)) {
    return [];
  }
  return [{ name, where: "plan", failure: hasFailed ? (textOf(status.message) ?? "") : undefined }];
}

function isTrue(value: unknown): boolean {
  return textOf(value)?.toLowerCase() === "true";
}
