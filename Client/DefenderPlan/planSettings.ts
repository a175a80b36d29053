import type { PlanScope } from "../Core/defenderPlan";
import { recordOf, textOf, type JsonRecord } from "../Core/json";

/** Defender for Containers as a scope has it, its own or inherited. */
export interface PlanSettings {
  readonly scope: PlanScope;
  readonly isOn: boolean;
  /** Whether the cluster has no setting of its own; never of a subscription. */
  readonly isInherited: boolean;
  /** ARM id of the scope inherited from; `undefined` when nothing is, or the service does not say. */
  readonly inheritedFrom: string | undefined;
  /** Whether the subscription forbids its clusters a setting of their own. Clusters do not say. */
  readonly isEnforced: boolean;
  /** `undefined` when the service does not say. */
  readonly trial: TrialTime | undefined;
  /** When the plan was last enabled; `undefined` while it is off, or when the service does not say. */
  readonly enabledSince: Date | undefined;
  /** How many resources of the subscription the plan covers. Clusters do not say. */
  readonly coverage: "FullyCovered" | "PartiallyCovered" | "NotCovered" | undefined;
  /** What the service said of the plan's own last operation; `undefined`: nothing. */
  readonly operation: PlanOperation | undefined;
  /** In the service's order. */
  readonly extensions: readonly PlanExtension[];
  /** The properties as they were sent, for what is saved must hold all of them. */
  readonly raw: JsonRecord;
}

/** What is left of the free trial, rounded up to the hour. Both are zero when it is over. */
interface TrialTime {
  readonly days: number;
  readonly hours: number;
}

export interface PlanOperation {
  readonly hasFailed: boolean;
  /** What the service said of it; may be empty. */
  readonly message: string;
}

/** A configuration that the plan itself has. */
export interface PlanExtension {
  readonly name: string;
  readonly isEnabled: boolean;
  readonly operation: PlanOperation | undefined;
  /** The extension as it was sent. */
  readonly raw: JsonRecord;
}

/** What a subscription would have covered by the plan. */
export interface PlanCoverage {
  readonly clusters: number;
  readonly registries: number;
}

/** The additional properties of an extension, as they were sent. */
export function extensionProperties(extension: PlanExtension | undefined): JsonRecord {
  return recordOf(extension?.raw.additionalExtensionProperties);
}

/** Those that are set, as texts: JSON for what is no text, `AntiMalwareEnabled` being "True" for example. */
export function extensionTexts(extension: PlanExtension | undefined): ReadonlyMap<string, string> {
  const entries = Object.entries(extensionProperties(extension)).flatMap(([name, value]) => {
    const text = textOf(value) ?? jsonOf(value);
    return text === undefined ? [] : [[name, text] as const];
  });
  return new Map(entries);
}

function jsonOf(value: unknown): string | undefined {
  return typeof value === "object" && value !== null ? JSON.stringify(value) : undefined;
}

export function extensionNamed(
  { extensions }: Pick<PlanSettings, "extensions">,
  name: string,
): PlanExtension | undefined {
  return extensions.find((extension) => extension.name === name);
}

const millisecondsPerHour = 3_600_000;
/** Hours in a year, a month, a week, a day and an hour of ISO 8601, the first three taken as 365, 30, 7 days. */
const hoursPer = [8760, 720, 168, 24, 1] as const;
/** Milliseconds in a minute and a second. */
const millisecondsPer = [60_000, 1000] as const;
const duration =
  /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/i;

/** Reads an ISO 8601 duration such as `P29DT23H30M`; `undefined` when it is none. */
export function trialOf(text: string | undefined): TrialTime | undefined {
  const match = duration.exec(text ?? "");
  if (!match || /[PT]$/i.test(match[0])) {
    return undefined;
  }
  const counts = match.slice(1).map((part: string | undefined) => Number(part ?? 0));
  const hours = weighted(counts.slice(0, hoursPer.length), hoursPer);
  const milliseconds = weighted(counts.slice(hoursPer.length), millisecondsPer);
  const total = Math.ceil(hours + milliseconds / millisecondsPerHour);
  return Number.isFinite(total) ? { days: Math.floor(total / 24), hours: total % 24 } : undefined;
}

function weighted(counts: readonly number[], weights: readonly number[]): number {
  return counts.reduce((sum, count, at) => sum + count * (weights[at] ?? 0), 0);
}
