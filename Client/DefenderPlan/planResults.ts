import type { Failure } from "../Core/failure";
import { isRecord, textOf } from "../Core/json";
import { extensionNamed, extensionTexts, type PlanExtension, type PlanSettings } from "./planSettings";
import type { PricingBody, PricingExtension } from "./pricingBody";

/** How one part of a save ended. `ignored`: the service reports no failure, and has it otherwise than was asked. */
export type PartResult =
  | { readonly result: "done" }
  | { readonly result: "failed"; readonly message: string }
  | { readonly result: "ignored" };

export interface SaveResult {
  /** Whether the plan itself is on or off as asked. */
  readonly plan: PartResult;
  /** Of every extension that was sent, in the order sent. */
  readonly extensions: readonly (PartResult & { readonly name: string })[];
  /** What the service has since. */
  readonly settings: PlanSettings;
}

/** Reads the answer to a save part by part: a 200 may hold extensions that failed. */
export function saveResultOf(sent: PricingBody, answer: PlanSettings): SaveResult {
  const { pricingTier, extensions = [] } = sent.properties;
  return {
    plan: partOf(answer.operation, answer.isOn === (pricingTier === "Standard")),
    extensions: extensions.map((extension) => ({
      name: extension.name,
      ...extensionResult(extension, extensionNamed(answer, extension.name)),
    })),
    settings: answer,
  };
}

export function hasFailures({ plan, extensions }: Pick<SaveResult, "plan" | "extensions">): boolean {
  return [plan, ...extensions].some(({ result }) => result !== "done");
}

function extensionResult(sent: PricingExtension, answer: PlanExtension | undefined): PartResult {
  const isOn = textOf(sent.isEnabled)?.toLowerCase() === "true";
  const wanted = isRecord(sent.additionalExtensionProperties) ? sent : undefined;
  const texts = extensionTexts(
    wanted && { name: sent.name, isEnabled: isOn, operation: undefined, raw: sent },
  );
  const answered = extensionTexts(answer);
  // What is off may well have lost its properties.
  const isSame = !isOn || [...texts].every(([name, text]) => answered.get(name) === text);
  return partOf(answer?.operation, (answer?.isEnabled ?? false) === isOn && isSame);
}

function partOf(operation: PlanExtension["operation"], isAsAsked: boolean): PartResult {
  if (operation?.hasFailed) {
    return { result: "failed", message: operation.message };
  }
  return { result: isAsAsked ? "done" : "ignored" };
}

/**
 * Why a change was refused with 409 or 412. `enforced`: the subscription forbids it. `busy`: something else is being changed,
 * try again soon. `locked`: the scope has a lock. `stale`: it was changed since it was read, read it again. `other`: as the
 * service says.
 */
export type PlanConflict = "enforced" | "busy" | "locked" | "stale" | "other";

/** Codes of Microsoft.Security (an example of 2025-10-01-preview), of AKS, and ARM's own for locks. */
const conflicts: ReadonlyMap<string, PlanConflict> = new Map([
  ["EnforcementPolicyViolation", "enforced"],
  ["ConcurrentOperationInProgress", "busy"],
  ["OperationNotAllowed", "busy"],
  ["ResourceLocked", "locked"],
  ["ScopeLocked", "locked"],
  ["PreconditionFailed", "stale"],
  ["ClusterChanged", "stale"], // `FixChangedError`: nothing was sent.
]);

/** `undefined` when the failure isn't a conflict. */
export function planConflictOf({ kind, code, details = [] }: Failure): PlanConflict | undefined {
  if (kind !== "conflict") {
    return undefined;
  }
  const codes = [...details.map((detail) => detail.code), code ?? ""];
  return codes.map((one) => conflicts.get(one)).find((conflict) => conflict !== undefined) ?? "other";
}
