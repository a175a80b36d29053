/** A suppression rule as it was saved. */
export interface SuppressionRule {
  /** As it was written first; ARM does not tell letter cases apart. */
  readonly name: string;
  /** `*`: every type. */
  readonly alertType: string;
  readonly reason: string;
  readonly state: "Enabled" | "Disabled";
  readonly comment?: string;
  /** Absent: never. */
  readonly expirationDateUtc?: string;
  readonly lastModifiedUtc: string;
  /** What an alert must have besides its type, all of it; absent: nothing. */
  readonly conditions?: readonly SuppressionCondition[];
}

/** A field of an alert's entities that must be one of some texts, or contain one. */
export type SuppressionCondition =
  | { readonly field: string; readonly in: readonly string[] }
  | { readonly field: string; readonly contains: string };

export function isExpired({ expirationDateUtc }: SuppressionRule, now: Date): boolean {
  return expirationDateUtc !== undefined && Date.parse(expirationDateUtc) <= now.getTime();
}

/** Whether a rule dismisses anything at this time. */
export function isInForce(rule: SuppressionRule, now: Date): boolean {
  return rule.state === "Enabled" && !isExpired(rule, now);
}
