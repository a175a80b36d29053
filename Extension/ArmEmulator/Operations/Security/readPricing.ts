import { ArmError } from "../../Server/arm";
import { knownExtensions } from "../../World/Security/Pricings/containersPlan";
import { isJson } from "../../World/jsonParts";
import type { PlanSetting } from "../../World/Security/Pricings/planHistory";
import type { Json } from "../../World/world";

interface Circumstances {
  /** The setting that the write replaces; `undefined`: there is none. */
  readonly before: PlanSetting | undefined;
  readonly isResource: boolean;
  /** What operations on extensions fail with, by name. One that fails is taken out. */
  readonly failures: Map<string, string>;
  readonly now: Date;
}

/**
 * Reads the body of a PUT of Defender for Containers (2024-01-01), with the operations on its extensions carried out. Throws
 * ARM's 400 that names what is wrong.
 */
export function readPricing(body: unknown, circumstances: Circumstances): PlanSetting {
  const { before, isResource } = circumstances;
  const properties = isJson(body) ? body.properties : undefined;
  if (!isJson(properties)) {
    throw invalid("The body must have properties.");
  }
  const { subPlan, enforce } = properties;
  const isOn = readTier(properties.pricingTier) === "Standard";
  if (isResource && enforce !== undefined) {
    throw invalid("properties.enforce is available for subscriptions only.");
  }
  const asked = readExtensions(properties.extensions, before);
  return {
    isOn,
    enforced: readBoolean(enforce, "properties.enforce") ?? (!isResource && before?.enforced === true),
    ...(typeof subPlan === "string" ? { subPlan } : {}),
    ...(isOn ? switchedOn(asked, circumstances) : { extensions: [], enabledAt: undefined }),
  };
}

function readTier(tier: unknown): "Free" | "Standard" {
  if (tier !== "Free" && tier !== "Standard") {
    throw invalid("properties.pricingTier must be Free or Standard.");
  }
  return tier;
}

/** What a plan has while it is on. One that was on already stays on since then. */
function switchedOn(
  asked: readonly Json[],
  { before, failures, now }: Circumstances,
): Pick<PlanSetting, "extensions" | "enabledAt"> {
  const enabledBefore = before?.isOn ? before.enabledAt : undefined;
  return {
    extensions: withOmitted(asked, before).map((one) => operate(one, failures)),
    enabledAt: enabledBefore ?? now,
  };
}

/** ARM's 409 for a plan, with the code that says why among its details (as in an example of 2025-10-01-preview). */
export function conflict(code: string, message: string): ArmError {
  return new ArmError(409, "Conflict", "The pricing could not be changed.", { details: [{ code, message }] });
}

/**
 * A guess: what becomes of an extension that a PUT leaves out is not documented. Here it stays as it was, and is enabled
 * with the plan where it was not there before: a published PUT of CloudPosture without any enables all of them.
 */
function withOmitted(asked: readonly Json[], before: PlanSetting | undefined): readonly Json[] {
  const existing = before?.isOn
    ? before.extensions
    : knownExtensions.map((name) => ({ name, isEnabled: "True" }));
  const names = asked.map(({ name }) => name);
  return [...asked, ...existing.filter(({ name }) => !names.includes(name))];
}

/** Enables or disables an extension. Only enabling can fail. */
function operate(extension: Json, failures: Map<string, string>): Json {
  const isOn = extension.isEnabled === "True";
  const failure = isOn ? takeFailure(failures, String(extension.name)) : undefined;
  const operationStatus =
    failure === undefined
      ? { code: "Succeeded", message: `Successfully ${isOn ? "enabled" : "disabled"} extension` }
      : { code: "Failed", message: failure };
  return { ...extension, operationStatus };
}

function takeFailure(failures: Map<string, string>, name: string): string | undefined {
  const failure = failures.get(name);
  failures.delete(name);
  return failure;
}

function readExtensions(value: unknown, before: PlanSetting | undefined): readonly Json[] {
  if (value === undefined) {
    return [];
  }
  if (!Array.isArray(value)) {
    throw invalid("properties.extensions must be a list.");
  }
  const known = new Set([...knownExtensions, ...(before?.extensions ?? []).map(({ name }) => String(name))]);
  const extensions = value.map((one: unknown, index) => readExtension(one, index, known));
  if (new Set(extensions.map(({ name }) => name)).size < extensions.length) {
    throw invalid("properties.extensions names an extension twice.");
  }
  return extensions;
}

function readExtension(value: unknown, index: number, known: ReadonlySet<string>): Json {
  const place = `properties.extensions[${index}]`;
  const { operationStatus: _, ...extension } = isJson(value) ? value : {};
  const { name, isEnabled, additionalExtensionProperties: more } = extension as Json;
  if (typeof name !== "string" || !known.has(name)) {
    throw invalid(`${place}.name is '${String(name)}' and must be one of: ${[...known].join(", ")}.`);
  }
  if (readBoolean(isEnabled, `${place}.isEnabled`) === undefined) {
    throw invalid(`${place}.isEnabled is required.`);
  }
  if (more !== undefined && more !== null && !isJson(more)) {
    throw invalid(`${place}.additionalExtensionProperties must be an object.`);
  }
  return extension;
}

/** The API's booleans are texts; one that is none is refused. `undefined`: absent. */
function readBoolean(value: unknown, place: string): boolean | undefined {
  if (value !== undefined && value !== "True" && value !== "False") {
    throw invalid(`${place} must be "True" or "False".`);
  }
  return value === undefined ? undefined : value === "True";
}

function invalid(message: string): ArmError {
  return new ArmError(400, "BadRequest", message);
}
