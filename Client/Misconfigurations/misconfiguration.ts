import type { RecommendationLevel } from "../Core/level";
import type { Ownership } from "../Core/ownership";

/** A recommendation about configuration that the cluster, or something in it, does not follow. */
export interface Misconfiguration {
  /** ARM id of the assessment. */
  readonly id: string;
  /** Name of the resource when it is not the cluster itself, of a scale set for example. */
  readonly resource: string | undefined;
  /** Key of the recommendation, the same for every cluster. */
  readonly key: string;
  readonly title: string;
  readonly level: RecommendationLevel;
  /** Where the level comes from: Defender CSPM's risk, or the recommendation's severity. */
  readonly ranking: "risk" | "severity";
  /** When Defender for Cloud first saw it; `undefined` when it does not say. */
  readonly firstSeen: Date | undefined;
  /** Id of the built-in Azure Policy behind it, a GUID; `undefined` when there is none. */
  readonly policyId: string | undefined;
  /** MITRE ATT&CK tactics that it opens the door to. */
  readonly tactics: readonly string[];
  readonly ownership: Ownership;
}

/** A misconfiguration with its texts. */
export interface MisconfigurationDetails extends Misconfiguration {
  /** HTML from the service: to be sanitized before it is shown. */
  readonly descriptionHtml: string;
  /** HTML from the service: to be sanitized before it is shown. */
  readonly remediationHtml: string;
  /** When its state last changed. */
  readonly changed: Date | undefined;
  /** Its page in Defender for Cloud; `undefined` when none or not a Microsoft portal. */
  readonly portalLink: string | undefined;
}
