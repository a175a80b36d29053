import type { ClusterScope } from "../Core/clusterScope";
import { isRecord, ownOf } from "../Core/json";
import { isNamespaceName } from "../Core/kubernetesName";
import { assignmentName, targetScope, type AssignmentTarget, type NewAssignment } from "./policyAssignment";
import {
  effectParameter,
  excludedNamespacesParameter,
  isRequired,
  type PolicyDefinition,
  type PolicyEffect,
  type PolicyParameter,
  type PolicyValue,
} from "./policyDefinition";

/** The form's entries for assigning a definition. */
export interface AssignmentDraft {
  readonly target: AssignmentTarget;
  readonly effect: PolicyEffect;
  readonly excludedNamespaces: readonly string[];
  /** As text, by the parameter's name; absent or blank: its default. */
  readonly entered: Readonly<Record<string, string>>;
}

/** What the definitions about containers always leave out. */
export const systemNamespaces: readonly string[] = ["kube-system", "gatekeeper-system", "azure-arc"];

/** What to begin with: only to look, at this cluster alone, with the definition's own defaults. */
export function firstDraft(definition: PolicyDefinition): AssignmentDraft {
  return {
    target: "cluster",
    effect: definition.effects.has("audit") ? "audit" : (definition.defaultEffect ?? "audit"),
    excludedNamespaces: definition.excludedNamespaces ?? systemNamespaces,
    entered: Object.fromEntries(
      definition.parameters.map((parameter) => [parameter.name, textOfValue(parameter.defaultValue)]),
    ),
  };
}

/** How a value is written where it is entered: lists have one entry per line, objects are JSON. */
export function textOfValue(value: PolicyValue | undefined): string {
  if (value === undefined) {
    return "";
  }
  if (Array.isArray(value)) {
    return value.map((entry) => (typeof entry === "string" ? entry : JSON.stringify(entry))).join("\n");
  }
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

export type DraftProblem =
  | { readonly where: "effect"; readonly problem: "notAllowed" }
  | { readonly where: "excludedNamespaces"; readonly problem: "notANamespace"; readonly value: string }
  | { readonly where: "parameter"; readonly name: string; readonly problem: ParameterProblem };

export type ParameterProblem = "missing" | "notAllowed" | "notANumber" | "notABoolean" | "notAnObject";

/** Problems of a draft, in the order of the form; none: the service should accept it. */
export function draftProblems(definition: PolicyDefinition, draft: AssignmentDraft): readonly DraftProblem[] {
  const { effects, parameters } = definition;
  const isOffered = effects.size === 0 || effects.has(draft.effect);
  return [
    ...(isOffered ? [] : [{ where: "effect", problem: "notAllowed" } as const]),
    ...cleaned(draft.excludedNamespaces)
      .filter((name) => !isNamespacePattern(name))
      .map((value) => ({ where: "excludedNamespaces", problem: "notANamespace", value }) as const),
    ...parameters.flatMap((parameter): readonly DraftProblem[] => {
      const entered = readEntered(parameter, enteredText(draft, parameter));
      return "problem" in entered
        ? [{ where: "parameter", name: parameter.name, problem: entered.problem }]
        : [];
    }),
  ];
}

/**
 * A namespace, or a pattern as Gatekeeper takes it: `*` at the beginning (`*-system`), at the end (`kube-*`) or at both
 * (`*istio*`). Never alone and never inside (Gatekeeper's check of `excludedNamespaces`, pkg/wildcard).
 */
function isNamespacePattern(text: string): boolean {
  const isGlob =
    text.length <= mostPatternCharacters && /^(?:\*-?)?[a-z0-9](?:[-a-z0-9]*[a-z0-9])?(?:-?\*)?$/.test(text);
  return isNamespaceName(text) || (isGlob && text.includes("*"));
}

/** A namespace has 63 at most; a longer pattern could not match one. */
const mostPatternCharacters = 65;

/** Names of parameters are the service's: one may be that of something all objects have. */
function enteredText({ entered }: AssignmentDraft, { name }: PolicyParameter): string {
  return ownOf(entered, name) ?? "";
}

type Entered = { readonly value: PolicyValue | undefined } | { readonly problem: ParameterProblem };

/** Reads what was entered for a parameter; the value `undefined` leaves it at its default. */
function readEntered(parameter: PolicyParameter, text: string): Entered {
  const { kind, defaultValue } = parameter;
  const trimmed = text.trim();
  if (trimmed === textOfValue(defaultValue)) {
    return isRequired(parameter) ? { problem: "missing" } : { value: undefined };
  }
  if (trimmed === "") {
    // An emptied list is one without entries; everything else goes back to its default.
    return { value: kind === "list" ? [] : undefined };
  }
  const read = readers[kind](trimmed);
  return "problem" in read || isAllowed(parameter, read.value) ? read : { problem: "notAllowed" };
}

function isAllowed({ allowedValues }: PolicyParameter, value: PolicyValue | undefined): boolean {
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  return allowedValues.length === 0 || values.every((one) => allowedValues.some((two) => one === two));
}

const readers: Readonly<Record<PolicyParameter["kind"], (text: string) => Entered>> = {
  text: (text) => ({ value: text }),
  number: (text) => (Number.isFinite(Number(text)) ? { value: Number(text) } : { problem: "notANumber" }),
  boolean: (text) => {
    const word = text.toLowerCase();
    return word === "true" || word === "false" ? { value: word === "true" } : { problem: "notABoolean" };
  },
  list: (text) => ({ value: cleaned(text.split("\n")) }),
  object: (text) => {
    const value = parseJson(text);
    return isRecord(value) ? { value } : { problem: "notAnObject" };
  },
};

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Without blanks around, blank entries and repetitions. */
function cleaned(texts: readonly string[]): readonly string[] {
  return [...new Set(texts.map((text) => text.trim()).filter((text) => text !== ""))];
}

/** The assignment that a draft without problems makes. Parameters with their default values are omitted. */
export function newAssignment(
  cluster: ClusterScope,
  definition: PolicyDefinition,
  draft: AssignmentDraft,
): NewAssignment {
  const { id, displayName, effects, excludedNamespaces, parameters } = definition;
  const effect = effects.get(draft.effect);
  const entered = parameters.flatMap((parameter): readonly (readonly [string, PolicyValue])[] => {
    const read = readEntered(parameter, enteredText(draft, parameter));
    return "problem" in read || read.value === undefined ? [] : [[parameter.name, read.value]];
  });
  return {
    scope: targetScope(cluster, draft.target),
    name: assignmentName(id),
    displayName: displayName.slice(0, longestDisplayName),
    policyDefinitionId: id,
    parameters: Object.fromEntries([
      ...(effect === undefined ? [] : [[effectParameter, effect]]),
      ...(excludedNamespaces === undefined
        ? []
        : [[excludedNamespacesParameter, cleaned(draft.excludedNamespaces)]]),
      ...entered,
    ]) as Readonly<Record<string, PolicyValue>>, // TypeScript forgets the type of the pairs.
  };
}

/** Azure's rules for resource names. */
const longestDisplayName = 128;
