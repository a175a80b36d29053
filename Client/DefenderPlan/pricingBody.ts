import type { JsonRecord } from "../Core/json";
import { extensionNamed, extensionProperties, type PlanSettings } from "./planSettings";
import type { ExtensionDraft, PlanDraft } from "./planDraft";

/** Body of a PUT of `Microsoft.Security/pricings` 2024-01-01. */
export interface PricingBody {
  readonly properties: JsonRecord & {
    readonly pricingTier: "Free" | "Standard";
    /** All extensions of the plan; absent when it is switched off. */
    readonly extensions?: readonly PricingExtension[];
  };
}

export type PricingExtension = JsonRecord & {
  readonly name: string;
  readonly isEnabled: unknown;
};

/** Properties that only the service writes (2024-01-01), and those that are written anew. */
const notSent = [
  "freeTrialRemainingTime",
  "enablementTime",
  "inherited",
  "inheritedFrom",
  "resourcesCoverageStatus",
  "operationStatus",
  "deprecated",
  "replacedBy",
  "pricingTier",
  "extensions",
];

/**
 * What to save: everything that was read, with what is wanted instead. Doubts about the API, all of them here:
 * - Whether an extension that is left out is switched off or kept is not documented. Every one that was read is sent, and with a
 *   plan that goes on every one that it is known to have, or what is not wanted might go on with it. One that a plan which is on
 *   doesn't report is left out unless it was chosen: `leftOut` of the review names it.
 * - Whether unknown properties may be sent back is not documented. They are sent as they came, or they might be lost.
 * - A plan that goes off is sent without extensions, as the service lists plans that are off.
 * - `enforce` is the subscription's alone, and is refused of a cluster.
 */
export function pricingBodyOf(settings: PlanSettings, wanted: PlanDraft): PricingBody {
  const isLeftOut = (name: string) =>
    notSent.includes(name) || (name === "enforce" && settings.scope === "cluster");
  const kept = Object.fromEntries(Object.entries(settings.raw).filter(([name]) => !isLeftOut(name)));
  const extensions = wanted.extensions.flatMap((extension) =>
    extension.isEnabled === undefined
      ? []
      : [extensionBody(settings, { ...extension, isEnabled: extension.isEnabled })],
  );
  return {
    properties: {
      ...kept,
      pricingTier: wanted.isOn ? "Standard" : "Free",
      ...(wanted.isOn ? { extensions } : {}),
    },
  };
}

function extensionBody(
  settings: PlanSettings,
  { name, isEnabled, properties }: ExtensionDraft & { readonly isEnabled: boolean },
): PricingExtension {
  const read = extensionNamed(settings, name);
  const { operationStatus: _, ...kept } = read?.raw ?? {};
  const isAsRead = read?.isEnabled === isEnabled;
  const changed = Object.keys(properties).length > 0;
  return {
    ...kept,
    name,
    isEnabled: isAsRead ? kept.isEnabled : isEnabled ? "True" : "False",
    ...(changed ? { additionalExtensionProperties: { ...extensionProperties(read), ...properties } } : {}),
  };
}
