import { firstTextOf, isRecord, recordOf, textOf, type JsonRecord } from "../Core/json";
import {
  effectParameter,
  excludedNamespacesParameter,
  policyEffectNamed,
  type PolicyDefinition,
  type PolicyEffect,
  type PolicyParameter,
  type PolicyParameterKind,
  type PolicyValue,
} from "./policyDefinition";

/**
 * Reads a definition (Microsoft.Authorization/policyDefinitions 2024-05-01). `undefined` when it has no id, or no parameters
 * where they should be: it could not be assigned.
 */
export function policyDefinitionFromWire(body: unknown): PolicyDefinition | undefined {
  const record = recordOf(body);
  const properties = recordOf(record.properties);
  const id = textOf(record.id);
  const parameters = properties.parameters ?? {};
  if (id === undefined || !isRecord(record.properties) || !isRecord(parameters)) {
    return undefined;
  }
  const { [effectParameter]: effect, [excludedNamespacesParameter]: namespaces, ...others } = parameters;
  return {
    id,
    displayName: firstTextOf(properties.displayName, record.name) ?? id,
    description: textOf(properties.description) ?? "",
    version: firstTextOf(properties.version, recordOf(properties.metadata).version),
    isAboutContainers: textOf(properties.mode)?.toLowerCase() === "microsoft.kubernetes.data",
    kinds: textList(detailsOf(properties).kinds),
    effects: effectsOf(recordOf(effect)),
    defaultEffect: defaultEffectOf(recordOf(effect)),
    excludedNamespaces: isRecord(namespaces) ? textList(namespaces.defaultValue) : undefined,
    parameters: Object.entries(others).map(([name, value]) => parameterOf(name, recordOf(value))),
  };
}

/** Of a definition about clusters: the constraint that Gatekeeper is given. */
function detailsOf({ policyRule }: JsonRecord): JsonRecord {
  return recordOf(recordOf(recordOf(policyRule).then).details);
}

/** Several spellings of one effect are allowed: the last is taken, which begins with a capital in Azure's definitions. */
function effectsOf({ allowedValues }: JsonRecord): ReadonlyMap<PolicyEffect, string> {
  return new Map(
    textList(allowedValues).flatMap((spelling): readonly (readonly [PolicyEffect, string])[] => {
      const effect = policyEffectNamed(spelling);
      return effect === undefined ? [] : [[effect, spelling]];
    }),
  );
}

function defaultEffectOf({ defaultValue }: JsonRecord): PolicyEffect | undefined {
  const effect = textOf(defaultValue);
  return effect === undefined ? undefined : policyEffectNamed(effect);
}

function parameterOf(name: string, parameter: JsonRecord): PolicyParameter {
  const metadata = recordOf(parameter.metadata);
  const allowed: readonly unknown[] = Array.isArray(parameter.allowedValues) ? parameter.allowedValues : [];
  return {
    name,
    kind: kindOf(textOf(parameter.type)),
    displayName: textOf(metadata.displayName) ?? name,
    description: textOf(metadata.description) ?? "",
    allowedValues: allowed.map(valueOf).filter((value) => value !== undefined),
    defaultValue: valueOf(parameter.defaultValue),
  };
}

/** Names of types have no letter case: Azure's own definitions use both `object` and `Object`. */
function kindOf(type: string | undefined): PolicyParameterKind {
  switch (type?.toLowerCase()) {
    case "integer":
    case "float":
      return "number";
    case "boolean":
      return "boolean";
    case "array":
      return "list";
    case "object":
      return "object";
    default:
      return "text";
  }
}

/** A value of a parameter as it is; `undefined` for nothing. An empty text is a value here. */
function valueOf(value: unknown): PolicyValue | undefined {
  if (typeof value === "string" || typeof value === "boolean" || Number.isFinite(value)) {
    return value as string | boolean | number; // Only numbers are finite.
  }
  return Array.isArray(value) || isRecord(value) ? value : undefined;
}

function textList(value: unknown): readonly string[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [];
  return list.map(textOf).filter((text) => text !== undefined);
}
