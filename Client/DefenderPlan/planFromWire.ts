import type { DefenderPlan, MissingConfiguration } from "../Domain/defenderPlan";
import { isRecord, textOf, type JsonRecord } from "../Domain/json";
import { isPlanOn, isTrue, operationOf, pricingProperties } from "./pricingParts";

/** Reads a pricing of a resource. `undefined` when it does not say whether the plan is on. */
export function planFromWire(body: unknown): DefenderPlan | undefined {
  const properties = pricingProperties(body);
  const isOn = isPlanOn(properties);
  if (isOn === undefined) {
    return undefined;
  }
  const extensions: readonly unknown[] = Array.isArray(properties.extensions) ? properties.extensions : [];
  return {
    isOn,
    scope: isTrue(properties.inherited) ? "subscription" : "cluster",
    missing: isOn ? extensions.filter(isRecord).flatMap(missingIn) : [],
  };
}

function missingIn(extension: JsonRecord): readonly MissingConfiguration[] {
  const name = textOf(extension.name);
  const operation = operationOf(extension.operationStatus);
  const failure = operation?.hasFailed ? operation.message : undefined;
  return name === undefined || (isTrue(extension.isEnabled) && failure === undefined)
    ? []
    : [{ name, where: "plan", failure }];
}
