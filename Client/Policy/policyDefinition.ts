import type { JsonRecord } from "../Core/json";

/** What an assigned policy does with a resource that doesn't comply. `disabled`: nothing. */
export type PolicyEffect = "audit" | "deny" | "disabled";

/** Value of a parameter as Azure Policy takes it. */
export type PolicyValue = string | number | boolean | readonly unknown[] | JsonRecord;

/** How a parameter is written: one line, a choice, one entry per line, or JSON. */
export type PolicyParameterKind = "text" | "number" | "boolean" | "list" | "object";

/** A parameter of a definition, apart from the effect and the excluded namespaces. */
export interface PolicyParameter {
  readonly name: string;
  readonly kind: PolicyParameterKind;
  readonly displayName: string;
  /** Plain text from the service; empty when there is none. */
  readonly description: string;
  /** The only values there may be; empty: any. */
  readonly allowedValues: readonly PolicyValue[];
  /** `undefined`: there is no default, so an assignment must give a value. */
  readonly defaultValue: PolicyValue | undefined;
}

/** A built-in definition of Azure Policy. */
export interface PolicyDefinition {
  /** ARM id. */
  readonly id: string;
  readonly displayName: string;
  /** Plain text from the service; empty when there is none. */
  readonly description: string;
  /** `undefined`: the service does not say. */
  readonly version: string | undefined;
  /** Whether it is about what runs in clusters: then the Azure Policy add-on enforces it. */
  readonly isAboutContainers: boolean;
  /** Kinds of the objects that it checks, as Kubernetes spells them (`Pod`); empty: the service does not say. */
  readonly kinds: readonly string[];
  /** Effects that it can have, as it spells them; empty: its effect cannot be chosen. */
  readonly effects: ReadonlyMap<PolicyEffect, string>;
  /** `undefined`: the effect must be chosen, or cannot be. */
  readonly defaultEffect: PolicyEffect | undefined;
  /** Namespaces that it leaves out unless told otherwise; `undefined`: it does not know namespaces. */
  readonly excludedNamespaces: readonly string[] | undefined;
  readonly parameters: readonly PolicyParameter[];
}

/** Names of the parameters that Azure's definitions about containers share. */
export const effectParameter = "effect";
export const excludedNamespacesParameter = "excludedNamespaces";

/** Effects that can be assigned, in the order in which the form lists them. */
const offered: readonly PolicyEffect[] = ["audit", "deny"];

export function offeredEffects({ effects }: PolicyDefinition): readonly PolicyEffect[] {
  return offered.filter((effect) => effects.has(effect));
}

/** The effect by its name, whose letter case differs between definitions; `undefined`: one that is not about containers. */
export function policyEffectNamed(name: string): PolicyEffect | undefined {
  const effect = name.toLowerCase();
  return effect === "audit" || effect === "deny" || effect === "disabled" ? effect : undefined;
}

export function isRequired({ defaultValue }: PolicyParameter): boolean {
  return defaultValue === undefined;
}
