import type { ClusterProfile } from "../Core/defenderPlan";
import { planExtensionNames } from "./planConfigurations";
import { type PlanScope } from "../Core/defenderPlan";
import { extensionNamed, extensionTexts, type PlanSettings } from "./planSettings";
import { pricingBodyOf, type PricingBody } from "./pricingBody";
import type { ClusterFix, PlanDraft } from "./planDraft";

/** One thing that will be otherwise. `undefined`: not set, or not known. */
export type PlanChange =
  | { readonly kind: "plan"; readonly before: boolean; readonly after: boolean | undefined }
  | {
      readonly kind: "configuration";
      readonly name: string;
      /** `undefined`: the service doesn't report it. */
      readonly before: boolean | undefined;
      readonly after: boolean | undefined;
    }
  | {
      readonly kind: "property";
      /** Of the extension. */
      readonly name: string;
      readonly property: string;
      readonly before: string | undefined;
      readonly after: string | undefined;
    }
  | { readonly kind: "cluster"; readonly fix: ClusterFix }
  | {
      /** Whether the cluster inherits its settings. */
      readonly kind: "origin";
      readonly before: boolean;
      readonly after: boolean;
    }
  | {
      /** A property that this product doesn't know. */
      readonly kind: "other";
      readonly path: string;
      readonly before: string | undefined;
      readonly after: string | undefined;
    };

/** What is sent, one after the other. */
export type PlanStep =
  | { readonly kind: "save"; readonly scope: PlanScope; readonly body: PricingBody }
  | { readonly kind: "remove" }
  | { readonly kind: "cluster"; readonly fix: ClusterFix };

/** What saving will do, for the review. Without changes there are no steps. */
export interface PlanReview {
  /** Whose plan is changed. */
  readonly scope: PlanScope;
  readonly changes: readonly PlanChange[];
  readonly steps: readonly PlanStep[];
  /** Extensions that the service doesn't report and the save leaves out: what becomes of them is not documented. */
  readonly leftOut: readonly string[];
  /** What happens to the bill. `unknown`: what will be in force could not be read. */
  readonly cost: "starts" | "ends" | "mayChange" | "same" | "unknown";
}

/** What else is known. `undefined` is what could not be read. */
interface PlanSurroundings {
  readonly profile: ClusterProfile | undefined;
  /** Settings of the subscription: they apply to a cluster whose own settings are removed. */
  readonly subscription: PlanSettings | undefined;
}

/**
 * What is to be done so that the settings become those that are wanted: first the plan, then the cluster. A cluster's own plan
 * goes off by giving it up.
 */
export function changesBetween(
  now: PlanSettings,
  wanted: PlanDraft,
  { profile, subscription }: PlanSurroundings,
): PlanReview {
  const ofPlan =
    now.scope === "cluster" && !now.isInherited && now.isOn && !wanted.isOn
      ? removalOf(now, subscription)
      : savingOf(now, wanted);
  const fixes = wanted.fixes.filter((fix) => lacks(profile, fix));
  const ofCluster = fixes.map((fix) => ({ kind: "cluster" as const, fix }));
  return {
    ...ofPlan,
    changes: [...ofPlan.changes, ...ofCluster],
    steps: [...ofPlan.steps, ...ofCluster],
  };
}

/** What giving up the cluster's own setting will do: after it, that of the subscription is in force. */
export function removalOf(own: PlanSettings, subscription: PlanSettings | undefined): PlanReview {
  const changes: readonly PlanChange[] = subscription
    ? differences(own, subscription)
    : [{ kind: "plan", before: own.isOn, after: undefined }];
  return {
    scope: "cluster",
    changes,
    steps: [{ kind: "remove" }],
    leftOut: [],
    cost: subscription ? costOf(changes) : "unknown",
  };
}

function savingOf(now: PlanSettings, wanted: PlanDraft): PlanReview {
  const body = pricingBodyOf(now, wanted);
  const changes = wantedDifferences(now, wanted);
  const steps: readonly PlanStep[] = changes.length === 0 ? [] : [{ kind: "save", scope: now.scope, body }];
  const isSaved = steps.length > 0 && wanted.isOn;
  const unchosen = wanted.extensions.filter(({ isEnabled }) => isEnabled === undefined);
  const leftOut = isSaved ? unchosen.map(({ name }) => name) : [];
  return { scope: now.scope, changes, steps, leftOut, cost: costOf(changes) };
}

function wantedDifferences(now: PlanSettings, wanted: PlanDraft): readonly PlanChange[] {
  const ofExtensions = wanted.extensions.flatMap(({ name, isEnabled, properties }) => {
    const read = extensionNamed(now, name);
    const [before, after] = [extensionTexts(read), new Map(Object.entries(wanted.isOn ? properties : {}))];
    return [
      ...configurationChange(name, inEffect(now, name), wanted.isOn ? isEnabled : false),
      ...[...after].flatMap(([property, text]) => propertyChange(name, property, before.get(property), text)),
    ];
  });
  return [...planChange(now.isOn, wanted.isOn), ...ofExtensions];
}

/** Between two settings as they are in force. Properties of what is off on both sides make no difference. */
export function differences(before: PlanSettings, after: PlanSettings): readonly PlanChange[] {
  const listed = [...before.extensions, ...after.extensions].map(({ name }) => name);
  const names = [...new Set([...listed, ...planExtensionNames])];
  const ofExtensions = names.flatMap((name) => {
    const [left, right] = [extensionNamed(before, name), extensionNamed(after, name)];
    const [wasOn, isOn] = [inEffect(before, name), inEffect(after, name)];
    const [texts, others] = [extensionTexts(left), extensionTexts(right)];
    const properties = wasOn && isOn ? [...new Set([...texts.keys(), ...others.keys()])] : [];
    return [
      ...configurationChange(name, wasOn, isOn),
      ...properties.flatMap((property) =>
        propertyChange(name, property, texts.get(property), others.get(property)),
      ),
    ];
  });
  return [...planChange(before.isOn, after.isOn), ...ofExtensions];
}

/** Whether a configuration is on; `undefined` in a plan that is on and doesn't report it. */
function inEffect(settings: PlanSettings, name: string): boolean | undefined {
  return settings.isOn ? extensionNamed(settings, name)?.isEnabled : false;
}

function planChange(before: boolean, after: boolean): readonly PlanChange[] {
  return before === after ? [] : [{ kind: "plan", before, after }];
}

function configurationChange(
  name: string,
  before: boolean | undefined,
  after: boolean | undefined,
): readonly PlanChange[] {
  return before === after ? [] : [{ kind: "configuration", name, before, after }];
}

function propertyChange(
  name: string,
  property: string,
  before: string | undefined,
  after: string | undefined,
): readonly PlanChange[] {
  return before === after ? [] : [{ kind: "property", name, property, before, after }];
}

function costOf(changes: readonly PlanChange[]): PlanReview["cost"] {
  const plan = changes.find((change) => change.kind === "plan");
  if (plan) {
    return plan.after ? "starts" : "ends";
  }
  return changes.length === 0 ? "same" : "mayChange";
}

function lacks(profile: ClusterProfile | undefined, fix: ClusterFix): boolean {
  return fix === "policyAddOn" ? profile?.hasPolicyAddOn !== true : profile?.hasSensor !== true;
}
