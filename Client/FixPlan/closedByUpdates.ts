import { isNotAbove, packageUpdates, type PackageFix } from "../Vulnerabilities/packageUpdates";
import { updateTarget, updateTargets, versionOrder } from "../Vulnerabilities/updateTarget";
import type { Vulnerability } from "../Vulnerabilities/vulnerability";
import type { OpenReason } from "./fixAction";
import { grouped } from "./grouped";

/** A package with all updates that it needs: one, or one for each branch of which a version is installed. */
export interface UpdatedPackage {
  /** Name and type; types of the same name are different packages. */
  readonly key: string;
  readonly updates: readonly PackageFix[];
  /** What the updates close together, as places among all CVEs. */
  readonly closes: readonly number[];
}

/** The packages of a component that have an update which closes something, in the order of their CVEs. */
export function updatedPackages(cves: readonly Vulnerability[]): readonly UpdatedPackage[] {
  const ofPackages = cves
    .map((cve, place) => ({ cve, place }))
    .filter(({ cve }) => cve.updates === "package" && cve.packageName !== "");
  return [...grouped(ofPackages, ({ cve }) => packageKey(cve))].flatMap(([key, own]) => {
    const updates = packageUpdates(own.map(({ cve }) => cve));
    const closes = own.filter(({ cve }) => isClosedBy(cve, updates)).map(({ place }) => place);
    return closes.length === 0 ? [] : [{ key, updates, closes }];
  });
}

function packageKey({ packageName, packageType, ecosystem }: Vulnerability): string {
  return JSON.stringify([packageName, packageType, ecosystem ?? ""]);
}

/** Whether the updates of a package, done together, close a CVE in every version of it that is installed. */
function isClosedBy(cve: Vulnerability, updates: readonly PackageFix[]): boolean {
  if (cve.fix !== "fixed") {
    return false;
  }
  const order = versionOrder(cve);
  const reaches = (target: string | undefined, installed: string | undefined) =>
    target !== undefined &&
    updates.some((update) => {
      const difference = order(target, update.version);
      const isFor = installed === undefined || update.installed.includes(installed);
      return isFor && (target === update.version || (difference !== undefined && difference <= 0));
    });
  const all = cve.installed.length === 0 ? [undefined] : cve.installed;
  return all.every((installed) => reaches(updateTarget(cve, installed), installed));
}

/** Whether a newer version by AKS closes a CVE. AKS chooses the version: it's enough that there is a fix. */
export function isClosedByAks(cve: Vulnerability): boolean {
  if (cve.fix === "fixed") {
    const all = cve.installed.length === 0 ? [undefined] : cve.installed;
    return all.every((installed) => updateTarget(cve, installed) !== undefined);
  }
  return cve.fix === "claimed";
}

/** Why nothing closes a CVE that no action does. */
export function whyOpen(cve: Vulnerability): OpenReason {
  if (isNotAbove(cve)) {
    return "notAbove";
  }
  switch (cve.fix) {
    case "none":
      return "noFix";
    case "unknown":
      return "unknown";
    default:
      return updateTargets(cve).length < cve.installed.length && cve.fix === "fixed"
        ? "notAbove"
        : "noVersion";
  }
}
