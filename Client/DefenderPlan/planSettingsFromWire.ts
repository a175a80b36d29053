import { dateOf, recordOf, textOf, type JsonRecord } from "../Core/json";
import { type PlanScope } from "../Core/defenderPlan";
import { trialOf, type PlanExtension, type PlanSettings } from "./planSettings";
import { isPlanOn, isTrue, operationOf, pricingProperties } from "./pricingParts";

/**
 * Reads a pricing of Defender for Containers (Microsoft.Security/pricings 2024-01-01) with all that has to be saved again.
 * `undefined` when it does not say whether the plan is on, or lists an extension without a name: saved again, that would be lost.
 */
export function planSettingsFromWire(body: unknown, scope: PlanScope): PlanSettings | undefined {
  const raw = pricingProperties(body);
  const isOn = isPlanOn(raw);
  const extensions = extensionsOf(raw.extensions);
  if (isOn === undefined || !extensions) {
    return undefined;
  }
  const isInherited = scope === "cluster" && isTrue(raw.inherited);
  return {
    scope,
    isOn,
    isInherited,
    inheritedFrom: isInherited ? textOf(raw.inheritedFrom) : undefined,
    isEnforced: scope === "subscription" && isTrue(raw.enforce),
    trial: trialOf(textOf(raw.freeTrialRemainingTime)),
    enabledSince: isOn ? dateOf(raw.enablementTime) : undefined,
    coverage: coverageOf(raw.resourcesCoverageStatus),
    operation: operationOf(raw.operationStatus),
    extensions,
    raw,
  };
}

/** Absent is none. `undefined` when it is no list, or one that cannot be read as a whole. */
function extensionsOf(value: unknown): readonly PlanExtension[] | undefined {
  const list: unknown = value ?? [];
  const extensions = Array.isArray(list) ? list.map(extensionOf) : [undefined];
  const isWhole = extensions.every((extension) => extension !== undefined);
  return isWhole && new Set(extensions.map(({ name }) => name)).size === extensions.length
    ? extensions
    : undefined;
}

function extensionOf(value: unknown): PlanExtension | undefined {
  const raw: JsonRecord = recordOf(value);
  return typeof raw.name === "string" && raw.name.trim() !== ""
    ? { name: raw.name, isEnabled: isTrue(raw.isEnabled), operation: operationOf(raw.operationStatus), raw }
    : undefined;
}

const coverages = ["FullyCovered", "PartiallyCovered", "NotCovered"] as const;

function coverageOf(value: unknown): PlanSettings["coverage"] {
  const text = textOf(value)?.toLowerCase();
  return coverages.find((coverage) => coverage.toLowerCase() === text);
}
