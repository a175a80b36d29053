import type { OwnedRow } from "../../Features/Ownership/ownedRow";
import { format } from "../../../Client/Core/format";
import { ownOf } from "../../../Client/Core/json";
import type {
  ComponentKind,
  ContainerPlace,
  Exploit,
  ExploitReport,
  FixReport,
  FixState,
  UpdateTarget,
  Vulnerability,
  VulnerableComponent,
} from "../../../Client/Vulnerabilities/vulnerability";
import { readableLine } from "../../../Client/Core/visibleText";
import { Vulnerabilities } from "./Vulnerabilities.resjson";

export const kindLabels: Readonly<Record<ComponentKind, string>> = {
  container: Vulnerabilities.kindContainer,
  nodePool: Vulnerabilities.kindNodePool,
  cluster: Vulnerabilities.kindCluster,
  other: Vulnerabilities.kindOther,
};

/** What a component is, and whether AKS keeps it up to date. */
export function kindText({ kind, isManagedByAks }: VulnerableComponent): string {
  return isManagedByAks ? Vulnerabilities.kindManaged : kindLabels[kind];
}

/** The name of a component as it may be read, or that it has none. */
export function nameText({ name }: Pick<VulnerableComponent, "name">): string {
  return readableLine(name) || Vulnerabilities.nameUnknown;
}

/** What is to be updated: the name of a package, the node image or Kubernetes; `undefined` for a package without a name. */
export function updateText(updates: UpdateTarget, packageName: string): string | undefined {
  switch (updates) {
    case "package":
      return packageName || undefined;
    case "nodeImage":
      return packageName || Vulnerabilities.updatesNodeImage;
    case "kubernetes":
      return packageName || Vulnerabilities.updatesKubernetes;
  }
}

export const exploitLabels: Readonly<Record<Exploit, string>> = {
  inKit: Vulnerabilities.exploitInKit,
  verified: Vulnerabilities.exploitVerified,
  public: Vulnerabilities.exploitPublic,
  zeroDay: Vulnerabilities.exploitZeroDay,
};

export const fixStateLabels: Readonly<Record<FixState, string>> = {
  fixed: Vulnerabilities.cveFixable,
  notAbove: Vulnerabilities.cveNotAbove,
  claimed: Vulnerabilities.cveFixClaimed,
  none: Vulnerabilities.cveNoFix,
  unknown: Vulnerabilities.cveFixUnknown,
};

/** The version that closes a CVE, or what is known instead. */
export function fixText({ fix, fixedVersion }: Vulnerability): string {
  switch (fix) {
    case "fixed":
      return fixedVersion;
    case "notAbove":
      return format(Vulnerabilities.cveNotAboveVersion, fixedVersion);
    default:
      return fixStateLabels[fix];
  }
}

/** Kind and name of what created the pods; empty when neither is known. */
export function controllerText({ controllerKind, controllerName }: ContainerPlace): string {
  return controllerKind && controllerName
    ? format(Vulnerabilities.controller, controllerKind, controllerName)
    : controllerKind || controllerName;
}

export const fixReportLabels: Readonly<Record<FixReport, string>> = {
  named: Vulnerabilities.fixNamed,
  claimed: Vulnerabilities.cveFixClaimed,
  none: Vulnerabilities.cveNoFix,
  unknown: Vulnerabilities.notReported,
};

export const exploitReportLabels: Readonly<Record<ExploitReport, string>> = {
  known: Vulnerabilities.exploitKnown,
  none: Vulnerabilities.exploitNone,
  unknown: Vulnerabilities.notReported,
};

export const managedLabels: Readonly<Record<"yes" | "no" | "unknown", string>> = {
  yes: Vulnerabilities.managedYes,
  no: Vulnerabilities.managedNo,
  unknown: Vulnerabilities.notReported,
};

/** The words for a value that a link may have made up. */
export function wordOf(words: Readonly<Record<string, string>>, value: string): string {
  return ownOf(words, value) ?? value;
}

/** A component for the owner commands: all assessments of its vulnerabilities. */
export function componentRow(component: VulnerableComponent): OwnedRow {
  const { id, ownership } = component;
  return { id, title: nameText(component), key: { kind: "resource", id }, ownership };
}
