import { FailureError } from "../Core/failure";
import { textOf, type JsonRecord } from "../Core/json";
import { jsonChanges } from "../Core/jsonChanges";
import { sameJson } from "../Core/sameJson";
import { differences, type PlanChange } from "./planChanges";
import { wantedOf } from "./planDraft";
import { extensionNamed, type PlanSettings } from "./planSettings";
import { keptProperties, pricingBodyOf, type PricingBody } from "./pricingBody";

/** Nothing was sent, because the settings aren't what was reviewed any more. Its failure's kind is `conflict`. */
export class PlanChangedError extends FailureError {
  constructor(
    message: string,
    /** What changed meanwhile. The service reports neither who did it nor when. */
    readonly changed: readonly PlanChange[],
  ) {
    super({ kind: "conflict", code: "PreconditionFailed", message });
  }
}

/**
 * Everything that a write of what was reviewed could undo: what changed between two readings of the same scope, known to this product
 * or not. What only the service writes doesn't count, such as the time left of a trial or how its own last operation ended.
 */
export function changedMeanwhile(seen: PlanSettings, now: PlanSettings): readonly PlanChange[] {
  const origin: readonly PlanChange[] =
    seen.isInherited === now.isInherited
      ? []
      : [{ kind: "origin", before: seen.isInherited, after: now.isInherited }];
  const others = jsonChanges(othersOf(seen, now), othersOf(now, seen)).map(({ path, before, after }) => ({
    kind: "other" as const,
    path,
    before: valueText(before),
    after: valueText(after),
  }));
  return [...origin, ...differences(seen, now), ...others];
}

/** Whether the settings are already what a save sends. */
export function isAsSent(now: PlanSettings, body: PricingBody): boolean {
  return sameJson(pricingBodyOf(now, wantedOf(now)), body);
}

/** What {@link differences} doesn't look at, by name. Extensions that only one side lists are in it already. */
function othersOf(settings: PlanSettings, other: PlanSettings): JsonRecord {
  const listed = settings.extensions.filter(({ name }) => extensionNamed(other, name));
  const extensions = listed.map(({ name, raw, isEnabled }) => {
    const { isEnabled: _, operationStatus: __, additionalExtensionProperties, ...rest } = raw;
    const isCompared = settings.isOn && other.isOn && isEnabled && extensionNamed(other, name)?.isEnabled;
    return [name, isCompared ? rest : { ...rest, additionalExtensionProperties }] as const;
  });
  return { ...keptProperties(settings), ...Object.fromEntries(extensions) };
}

function valueText(value: unknown): string | undefined {
  return value === undefined || value === null ? undefined : (textOf(value) ?? JSON.stringify(value));
}
