import { isRecord, recordOf, textOf, type JsonRecord } from "../Core/json";

/** A definition as an initiative contains it. */
export interface InitiativeMember {
  readonly definitionId: string;
  /** How overrides call it; `undefined` when the service does not say. */
  readonly referenceId: string | undefined;
  /** Values of its parameters, which may be expressions over the initiative's. */
  readonly parameters: JsonRecord;
}

/** What matters of an initiative here. */
export interface Initiative {
  readonly displayName: string;
  /** Defaults of its parameters, by name. */
  readonly defaults: JsonRecord;
  readonly members: readonly InitiativeMember[];
}

/** Reads an initiative (Microsoft.Authorization/policySetDefinitions 2024-05-01); `undefined` when one of its parts is none. */
export function initiativeFromWire(body: unknown): Initiative | undefined {
  const record = recordOf(body);
  const properties = recordOf(record.properties);
  const { policyDefinitions } = properties;
  if (!Array.isArray(policyDefinitions)) {
    return undefined;
  }
  const members = policyDefinitions.map(memberOf).filter((member) => member !== undefined);
  return members.length < policyDefinitions.length
    ? undefined
    : {
        displayName: textOf(properties.displayName) ?? textOf(record.name) ?? "",
        defaults: values(properties.parameters, "defaultValue"),
        members,
      };
}

function memberOf(value: unknown): InitiativeMember | undefined {
  const record = recordOf(value);
  const definitionId = textOf(record.policyDefinitionId);
  return definitionId === undefined
    ? undefined
    : {
        definitionId,
        referenceId: textOf(record.policyDefinitionReferenceId),
        parameters: values(record.parameters, "value"),
      };
}

/** One property of each entry, by the entry's name. */
export function values(parameters: unknown, property: "value" | "defaultValue"): JsonRecord {
  return Object.fromEntries(
    Object.entries(recordOf(parameters)).map(([name, entry]) => [
      name,
      isRecord(entry) ? entry[property] : undefined,
    ]),
  );
}
