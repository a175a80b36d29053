import type { JsonRecord } from "../Core/json";
import { extensionNamed, extensionProperties, type PlanSettings } from "./planSettings";
import type { ExtensionDraft, PlanDraft } from "./planDraft";

/** Body of a PUT of `Microsoft.Security/pricings` 2024-01-01. */
export interface PricingBody {
  readonly properties: JsonRecord & {
    readonly pricingTier: "Free" | "Standard";
    /** All extensions of the plan; absent when the plan is disabled. */
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
 * - Whether an omitted extension is disabled or kept is not documented. Every one that was read is sent; when the plan is being
 *   enabled, every known one is sent too, so that none is enabled by default. An extension that an enabled plan doesn't report
 *   is omitted unless it was chosen: `leftOut` of the review names it.
 * - Whether unknown properties may be sent back is not documented. They are sent as they came, or they might be lost.
 * - A plan that is disabled is sent without extensions, as the service lists plans that are off.
 * - `enforce` is the subscription's alone, and is refused of a cluster.
 */
export function pricingBodyOf(settings: PlanSettings, wanted: PlanDraft): PricingBody {
  const extensions = wanted.extensions.flatMap((extension) =>
    extension.isEnabled === undefined
      ? []
      : [extensionBody(settings, { ...extension, isEnabled: extension.isEnabled })],
  );
  return {
    properties: {
      ...keptProperties(settings),
      pricingTier: wanted.isOn ? "Standard" : "Free",
      ...(wanted.isOn ? { extensions } : {}),
    },
  };
}

/** What was read and is sent back as it came: neither what only the service writes, nor what is written anew. */
export function keptProperties({ raw, scope }: PlanSettings): JsonRecord {
  const isLeftOut = (name: string) => notSent.includes(name) || (name === "enforce" && scope === "cluster");
  return Object.fromEntries(Object.entries(raw).filter(([name]) => !isLeftOut(name)));
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
