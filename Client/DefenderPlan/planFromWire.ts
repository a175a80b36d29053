import type { DefenderPlan, MissingConfiguration } from "../Core/defenderPlan";
import { dateOf, isRecord, textOf, type JsonRecord } from "../Core/json";
import { planExtensionNames } from "./planConfigurations";
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
    missing: isOn ? missingOf(extensions.filter(isRecord)) : [],
    enabledAt: isOn ? dateOf(properties.enablementTime) : undefined,
  };
}

/** A pricing may list fewer extensions than the plan has: what isn't listed is neither on nor off. */
function missingOf(extensions: readonly JsonRecord[]): readonly MissingConfiguration[] {
  const listed = extensions.map(({ name }) => textOf(name));
  const notReported = planExtensionNames.filter((name) => !listed.includes(name));
  return [
    ...extensions.flatMap(missingIn),
    ...notReported.map((name) => ({ name, where: "notReported" as const, failure: undefined })),
  ];
}

function missingIn(extension: JsonRecord): readonly MissingConfiguration[] {
  const name = textOf(extension.name);
  const operation = operationOf(extension.operationStatus);
  const failure = operation?.hasFailed ? operation.message : undefined;
  return name === undefined || (isTrue(extension.isEnabled) && failure === undefined)
    ? []
    : [{ name, where: "plan", failure }];
}
