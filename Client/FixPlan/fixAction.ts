import type { ComplianceIssue } from "../Compliance/compliance";
import type { Misconfiguration } from "../Misconfigurations/misconfiguration";
import type { PackageFix } from "../Vulnerabilities/packageUpdates";
import type { CveSeverity, Vulnerability, VulnerableComponent } from "../Vulnerabilities/vulnerability";

/**
 * What can be done, the smallest step first. `manifests`: workloads are changed where they are deployed from. `component`: something
 * that is neither an image, nodes, nor the cluster gets updates.
 */
export const fixKinds = [
  "quickFix",
  "package",
  "nodeImage",
  "image",
  "component",
  "manifests",
  "byHand",
  "nodeKubernetes",
  "cluster",
] as const;

export type FixKind = (typeof fixKinds)[number];

/** What an action is done to. */
export type FixSubject =
  | {
      readonly of: "recommendation";
      /** Key under which its remedy is known. */
      readonly key: string;
      readonly title: string;
      readonly policyId: string | undefined;
      /** Names of the resources when they aren't the cluster itself. */
      readonly resources: readonly string[];
    }
  | {
      readonly of: "component";
      /** Alike: containers that run the same image, or one component. The first is the worst. */
      readonly components: readonly VulnerableComponent[];
      /** What the action closes. */
      readonly cves: readonly Vulnerability[];
      /** How many CVEs the components have, each once for all that are alike. */
      readonly known: number;
      /** Updates of packages, those that close the most first; none where AKS brings them. */
      readonly updates: readonly PackageFix[];
    };

/** One thing to do. */
export interface FixAction {
  /** The same for the same findings, in whatever order they come. */
  readonly id: string;
  readonly kind: FixKind;
  readonly subject: FixSubject;
  /** Weaknesses that it closes, as places in the world's list. */
  readonly closes: readonly number[];
}

/** Tabs whose findings an action can close. Alerts are closed by no fix. */
export const plannedTabs = ["vulnerabilities", "misconfigurations", "compliance"] as const;

export type PlannedTab = (typeof plannedTabs)[number];

/** A finding of a tab. */
export type PlannedFinding =
  | { readonly tab: "vulnerabilities"; readonly item: VulnerableComponent }
  | { readonly tab: "misconfigurations"; readonly item: Misconfiguration }
  | { readonly tab: "compliance"; readonly item: ComplianceIssue };

/**
 * Why no action closes a weakness. `noFix`: no fix is reported. `noVersion`: one is reported, without a version or a package.
 * `notAbove`: the version that is named isn't above what's installed. `unknown`: fixes aren't reported. `unread`: its CVEs
 * weren't read. `atCreation`: only another cluster can have it.
 */
export const openReasons = ["noFix", "noVersion", "notAbove", "unknown", "unread", "atCreation"] as const;

export type OpenReason = (typeof openReasons)[number];

/** What makes findings fail. */
export interface Weakness {
  /** Whole; the same units as `riskWeight`. */
  readonly weight: number;
  /** Why no action closes it; `undefined`: one does. */
  readonly open: OpenReason | undefined;
  /** Of a CVE; `undefined`: it's a recommendation, or what wasn't read. */
  readonly severity: CveSeverity | undefined;
}

/** Findings that are closed together: when all of these weaknesses are. */
export interface FindingGroup {
  readonly needs: readonly number[];
  readonly findings: readonly PlannedFinding[];
}

/** Everything that a plan is about. */
export interface FixWorld {
  readonly weaknesses: readonly Weakness[];
  readonly actions: readonly FixAction[];
  readonly groups: readonly FindingGroup[];
}
