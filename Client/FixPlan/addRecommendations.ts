import { builtInPolicies } from "../Core/builtInPolicies";
import type { ComplianceIssue } from "../Compliance/compliance";
import { recommendationLevels, type RecommendationLevel } from "../Core/level";
import { groupedVulnerabilityKeys, isContainerLevel, vulnerabilityCategories } from "../Core/recommendation";
import { remedyKeyOf } from "../Core/recommendationLifecycle";
import type { Misconfiguration } from "../Misconfigurations/misconfiguration";
import { quickFixFor } from "../QuickFixes/quickFixKeys";
import { isFixedAtCreation } from "../RemediationCode/clusterFixes";
import type { FixKind } from "./fixAction";
import { grouped } from "./grouped";
import { riskWeight } from "./riskWeight";
import type { WorldBuilder } from "./worldBuilder";

/** Places of weaknesses by the recommendation that they fail, in lower case. */
type PlacesByKey = Map<string, number[]>;

/** How many recommendations are added before giving way. */
const part = 500;

/** Adds misconfigurations: each is a weakness of its own, and those that are remedied together share an action. */
export function* addMisconfigurations(
  builder: WorldBuilder,
  items: readonly Misconfiguration[],
): Generator<undefined, PlacesByKey> {
  const placesOf: PlacesByKey = new Map();
  let added = 0;
  for (const [id, alike] of grouped(items, (item) => actionId(item.key, kindOf(item)))) {
    const [first] = alike;
    if (!first) {
      continue;
    }
    const kind = kindOf(first);
    added += 1;
    if (added % part === 0) {
      yield;
    }
    const places = alike.map((item) => {
      const open = kind === undefined ? "atCreation" : undefined;
      const place = builder.addWeakness({ weight: riskWeight(item.level), open, severity: undefined });
      builder.addGroup([place], [{ tab: "misconfigurations", item }]);
      return place;
    });
    addPlaces(placesOf, first.key, places);
    if (kind !== undefined) {
      const resources = alike.flatMap(({ resource }) => resource ?? []);
      builder.addAction({ id, kind, subject: subjectOf({ ...first, resources }) }, places);
    }
  }
  return placesOf;
}

/**
 * Adds compliance issues to the weaknesses that they are about. Those about vulnerabilities close when no component is vulnerable
 * any more; `vulnerable` are the places of all that is wrong with any. An issue whose recommendation isn't listed stands for it.
 */
export function addCompliance(
  builder: WorldBuilder,
  items: readonly ComplianceIssue[],
  placesOf: PlacesByKey,
  vulnerable: readonly number[],
): void {
  for (const [key, alike] of grouped(items, ({ recommendation }) => recommendation.toLowerCase())) {
    const [first] = alike;
    const needs = isAboutVulnerabilities(key)
      ? vulnerable
      : (placesOf.get(key) ?? (first && [addOf(first, alike)]));
    builder.addGroup(
      needs ?? [],
      alike.map((item) => ({ tab: "compliance", item })),
    );
  }

  /** Weakness and action of a recommendation that only standards name. */
  function addOf(first: ComplianceIssue, alike: readonly ComplianceIssue[]): number {
    const { recommendation: key, title } = first;
    const kind = kindOf({ key, title, resource: undefined });
    const place = builder.addWeakness({
      weight: riskWeight(worstOf(alike)),
      open: kind === undefined ? "atCreation" : undefined,
      severity: undefined,
    });
    if (kind !== undefined) {
      const subject = subjectOf({
        key,
        title,
        policyId: builtInPolicies.get(remedyKeyOf({ key, title }))?.policyId,
        resources: [],
      });
      builder.addAction({ id: actionId(key, kind), kind, subject }, [place]);
    }
    return place;
  }
}

const aboutVulnerabilities = new Set(
  [...vulnerabilityCategories, ...groupedVulnerabilityKeys].map((key) => key.toLowerCase()),
);

function isAboutVulnerabilities(key: string): boolean {
  return aboutVulnerabilities.has(key);
}

function actionId(key: string, kind: FixKind | undefined): string {
  return `recommendation ${kind ?? ""} ${key.toLowerCase()}`;
}

/** How a recommendation is remedied; `undefined`: not in a cluster that exists. A quick fix changes the cluster alone. */
function kindOf(item: Pick<Misconfiguration, "key" | "title" | "resource">): FixKind | undefined {
  const key = remedyKeyOf(item);
  if (isFixedAtCreation(key)) {
    return undefined;
  }
  if (item.resource === undefined && quickFixFor(key) !== undefined) {
    return "quickFix";
  }
  return isContainerLevel(key) ? "manifests" : "byHand";
}

function subjectOf(
  item: Pick<Misconfiguration, "key" | "title" | "policyId"> & { readonly resources: readonly string[] },
) {
  const { title, policyId, resources } = item;
  return { of: "recommendation", key: remedyKeyOf(item), title, policyId, resources } as const;
}

function worstOf(items: readonly { readonly level: RecommendationLevel }[]): RecommendationLevel {
  return recommendationLevels.find((level) => items.some((item) => item.level === level)) ?? "Low";
}

function addPlaces(placesOf: PlacesByKey, key: string, places: readonly number[]): void {
  const known = placesOf.get(key.toLowerCase()) ?? [];
  placesOf.set(key.toLowerCase(), [...known, ...places]);
}
