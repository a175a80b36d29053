import type { PackageFix } from "../Vulnerabilities/packageUpdates";
import type { Vulnerability } from "../Vulnerabilities/vulnerability";
import { isClosedByAks, updatedPackages, whyOpen } from "./closedByUpdates";
import type { FixAction } from "./fixAction";
import type { FixTarget, TargetCves } from "./fixTargets";
import { riskWeight, severityShare } from "./riskWeight";
import type { WorldBuilder } from "./worldBuilder";

/**
 * Adds components with their CVEs, and what closes these. Returns the places of all that is wrong with them. `known`: `undefined`
 * where the CVEs weren't read.
 */
export function addTarget(
  builder: WorldBuilder,
  target: FixTarget,
  known: TargetCves | undefined,
): readonly number[] {
  const cves = known?.cves ?? [];
  const ways = waysToClose(target, cves);
  const closed = new Set(ways.flatMap(({ closes }) => closes));
  const weights = sharesOf(target, cves);
  const places = cves.map((cve, index) =>
    builder.addWeakness({
      weight: weights[index] ?? 0,
      open: closed.has(index) ? undefined : whyOpen(cve),
      severity: cve.severity,
    }),
  );
  const needs = known?.isWhole && cves.length > 0 ? places : [...places, addUnread(builder, target, cves)];
  for (const { id, kind, closes, updates } of ways) {
    builder.addAction(
      {
        id,
        kind,
        subject: {
          of: "component",
          components: target.components,
          cves: closes.flatMap((index) => cves[index] ?? []),
          known: cves.length,
          updates,
        },
      },
      closes.flatMap((index) => places[index] ?? []),
    );
  }
  builder.addGroup(
    needs,
    target.components.map((item) => ({ tab: "vulnerabilities", item })),
  );
  return needs;
}

/** What may be wrong beside what was read. Without a CVE it's all of the risk; with some, their shares are. */
function addUnread(builder: WorldBuilder, target: FixTarget, cves: readonly Vulnerability[]): number {
  const weight = cves.length === 0 ? weightOf(target) : 0;
  return builder.addWeakness({ weight, open: "unread", severity: undefined });
}

function weightOf({ components }: FixTarget): number {
  return components.reduce((sum, { level }) => sum + riskWeight(level), 0);
}

/** The risk of all components of a target, shared among their CVEs. */
function sharesOf(target: FixTarget, cves: readonly Vulnerability[]): readonly number[] {
  const level = target.components[0]?.level ?? "Critical";
  const shares = cves.map(({ severity }) => severityShare(severity, level));
  const all = shares.reduce((sum, share) => sum + share, 0);
  const weight = weightOf(target);
  return shares.map((share) => Math.max(1, Math.round((weight * share) / all)));
}

type Way = Pick<FixAction, "id" | "kind"> & {
  /** Places among the target's CVEs. */
  readonly closes: readonly number[];
  readonly updates: readonly PackageFix[];
};

function waysToClose({ key, components }: FixTarget, cves: readonly Vulnerability[]): readonly Way[] {
  const [first] = components;
  const placesOf = (passes: (cve: Vulnerability) => boolean) =>
    [...cves.keys()].filter((index) => {
      const cve = cves[index];
      return cve !== undefined && isClosedByAks(cve) && passes(cve);
    });
  const upgrade = (closes: readonly number[]): Way => ({
    id: "cluster",
    kind: "cluster",
    closes,
    updates: [],
  });
  if (first?.isManagedByAks) {
    return [upgrade(placesOf(() => true))];
  }
  switch (first?.kind) {
    case "container":
      return packageWays(key, cves, "image");
    case "other":
      return packageWays(key, cves, "component");
    case "nodePool": {
      const ofKubernetes = placesOf(({ updates }) => updates === "kubernetes");
      const ofImage = placesOf(({ updates }) => updates !== "kubernetes");
      return [
        { id: `nodeImage ${key}`, kind: "nodeImage", closes: ofImage, updates: [] },
        { id: `nodeKubernetes ${key}`, kind: "nodeKubernetes", closes: ofKubernetes, updates: [] },
        upgrade(ofKubernetes),
      ];
    }
    case "cluster":
      return [upgrade(placesOf(() => true))];
    case undefined:
      return [];
  }
}

/** Each package that can be updated, and where there are several, all of them together. */
function packageWays(
  key: string,
  cves: readonly Vulnerability[],
  whole: "image" | "component",
): readonly Way[] {
  const packages = updatedPackages(cves);
  const single = packages.map((one) => ({
    ...one,
    id: `package ${key} ${one.key}`,
    kind: "package" as const,
  }));
  const all = {
    id: `${whole} ${key}`,
    kind: whole,
    closes: packages.flatMap(({ closes }) => closes),
    updates: packages
      .flatMap(({ updates }) => updates)
      .sort((left, right) => right.closes - left.closes || left.packageName.localeCompare(right.packageName)),
  };
  return packages.length > 1 ? [all, ...single] : single;
}
