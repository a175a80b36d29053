import type { JsonRecord } from "../Core/json";

/** Reasons that the service accepts (built-in policy 80e94a21-c6cd-4c95-a2c7-beb5704e61c0), in the order to offer. */
export const suppressionReasons = [
  "FalsePositive",
  "SpecificEntityFalsePositive",
  "Noise",
  "NotRelevant",
  "AlertSeverityTooHigh",
  "Unclear",
  "Other",
] as const;

export type SuppressionReason = (typeof suppressionReasons)[number];

/** Entity fields that may be conditions, as the service names them (same policy). Kubernetes' own are not published. */
export const suppressionFields = [
  "entities.azureresource.resourceid",
  "entities.process.commandline",
  "entities.file.name",
  "entities.file.directory",
  "entities.filehash.value",
  "entities.ip.address",
  "entities.account.name",
  "entities.account.aaduserid",
  "entities.account.upnsuffix",
  "entities.host.hostname",
  "entities.host.azureid",
  "entities.host.dnsdomain",
  "entities.host.omsagentid",
  "entities.malware.name",
  "entities.malware.category",
] as const;

export type SuppressionField = (typeof suppressionFields)[number];

/** `in`: equals one of the values; `contains`: contains the only one. Both without regard to letter case. */
export type SuppressionOperator = "in" | "contains";

export interface SuppressionCondition {
  /** As the service names it; rules made elsewhere may use fields that this product does not know. */
  readonly field: string;
  readonly operator: SuppressionOperator;
  readonly values: readonly string[];
}

/** A rule that dismisses alerts of one type as they come. It belongs to the subscription. */
export interface SuppressionRule {
  readonly name: string;
  /** `*`: every type. */
  readonly alertType: string;
  readonly reason: string;
  readonly comment: string;
  readonly state: "Enabled" | "Disabled" | "Expired";
  /** `undefined`: never. */
  readonly expires: Date | undefined;
  /** All of them must hold; none: every alert of the type. */
  readonly conditions: readonly SuppressionCondition[];
}

/** A rule that the service has. */
export interface StoredRule extends SuppressionRule {
  /** When it was changed last; `undefined` when the service doesn't say. It never says who did it. */
  readonly changedAt: Date | undefined;
  /** Its properties as they were sent, but for {@link changedAt}. */
  readonly raw: JsonRecord;
}

const longestName = 50;

/** Problems of a rule in the form, by the part that is wrong. */
export type RuleProblem =
  "nameLength" | "nameAlphabet" | "nameTaken" | "expiryMissing" | "expiryPast" | "conditionEmpty";

/** What a rule is checked against. */
interface RuleCircumstances {
  readonly now: Date;
  readonly neverExpires: boolean;
  /** Names in use. */
  readonly taken: readonly string[];
}

/** Problems of a rule, in the order of the form; none: the service should accept it. */
export function ruleProblems(
  rule: SuppressionRule,
  circumstances: RuleCircumstances,
): readonly RuleProblem[] {
  const problems = [
    nameProblem(rule, circumstances),
    expiryProblem(rule, circumstances),
    conditionProblem(rule),
  ];
  return problems.filter((problem) => problem !== undefined);
}

function nameProblem({ name }: SuppressionRule, { taken }: RuleCircumstances): RuleProblem | undefined {
  if (name.length < 2 || name.length > longestName) {
    return "nameLength";
  }
  if (!/^[a-z\d][a-z\d_-]*$/i.test(name)) {
    return "nameAlphabet";
  }
  return isTaken(name, taken) ? "nameTaken" : undefined;
}

function expiryProblem(
  { expires }: SuppressionRule,
  { now, neverExpires }: RuleCircumstances,
): RuleProblem | undefined {
  const end = expires?.getTime() ?? NaN;
  if (!neverExpires && Number.isNaN(end)) {
    return "expiryMissing";
  }
  return end <= now.getTime() ? "expiryPast" : undefined;
}

function conditionProblem({ conditions }: SuppressionRule): RuleProblem | undefined {
  const isEmpty = conditions.some(({ values }) => values.every((value) => value.trim() === ""));
  return isEmpty ? "conditionEmpty" : undefined;
}

function isTaken(name: string, taken: readonly string[]): boolean {
  return taken.some((other) => other.toLowerCase() === name.toLowerCase());
}

/** A name to begin with: made from the alert type, within the service's alphabet and length. */
export function suggestedName(alertType: string, taken: readonly string[]): string {
  const base = `suppress-${alertType.replace(/[^a-z\d_-]+/gi, "-")}`;
  const cut = (length: number) => base.slice(0, length).replace(/-+$/, "");
  for (let number = 1; ; number += 1) {
    const end = number === 1 ? "" : `-${number}`;
    const name = cut(Math.min(46, longestName - end.length)) + end;
    if (!isTaken(name, taken)) {
      return name;
    }
  }
}
