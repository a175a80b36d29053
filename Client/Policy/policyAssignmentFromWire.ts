import { unreadableRow } from "../Azure/ResourceGraph/unreadableRow";
import type { LastChange } from "../Core/changed";
import { dateOf, firstTextOf, isRecord, recordOf, textOf, type JsonRecord } from "../Core/json";
import type { MapResult } from "../Core/mapResult";
import type { PolicyAssignment, PolicyScope } from "./policyAssignment";
import {
  effectParameter,
  excludedNamespacesParameter,
  policyEffectNamed,
  type PolicyDefinition,
  type PolicyEffect,
} from "./policyDefinition";
import { values, type Initiative, type InitiativeMember } from "./initiativeFromWire";

/** An assignment of any definition or initiative, as far as it can be read without either. */
export interface AnyAssignment {
  readonly id: string;
  readonly name: string;
  readonly displayName: string;
  readonly scope: PolicyScope;
  /** ARM id of a definition, or of an initiative. */
  readonly assignedId: string;
  readonly parameters: JsonRecord;
  readonly isEnforced: boolean;
  readonly isSelective: boolean;
  /** ARM ids that it leaves out, with what is in them. */
  readonly notScopes: readonly string[];
  readonly overrides: readonly unknown[];
  /** Its properties as they were sent, but for who changed them and when. */
  readonly raw: JsonRecord;
  readonly last: LastChange;
}

/** Reads an assignment (Microsoft.Authorization/policyAssignments 2024-05-01). Without ids it is a gap. */
export function anyAssignmentFromWire(value: unknown): MapResult<AnyAssignment> {
  const record = recordOf(value);
  const properties = recordOf(record.properties);
  const id = textOf(record.id);
  const assignedId = textOf(properties.policyDefinitionId);
  if (id === undefined || assignedId === undefined) {
    const [field, unread] = id === undefined ? ["id", record.id] : ["policyDefinitionId", assignedId];
    return unreadableRow("Policy assignment", id ?? textOf(record.name) ?? "?", field, unread);
  }
  const name = textOf(record.name) ?? lastPart(id);
  return {
    item: {
      id,
      name,
      displayName: textOf(properties.displayName) ?? name,
      scope: scopeOf(textOf(properties.scope) ?? scopeIn(id)),
      assignedId,
      parameters: values(properties.parameters, "value"),
      isEnforced: textOf(properties.enforcementMode)?.toLowerCase() !== "donotenforce",
      isSelective: listOf(properties.resourceSelectors).length > 0,
      notScopes: listOf(properties.notScopes).flatMap((scope) => textOf(scope) ?? []),
      overrides: listOf(properties.overrides),
      raw: withoutTraces(properties),
      last: lastChangeOf(record, properties),
    },
  };
}

/** What Azure Policy itself writes into the metadata. */
const traces = ["createdBy", "createdOn", "updatedBy", "updatedOn"];

function withoutTraces({ metadata, ...properties }: JsonRecord): JsonRecord {
  const kept = Object.entries(recordOf(metadata)).filter(([name]) => !traces.includes(name));
  return { ...properties, metadata: Object.fromEntries(kept) };
}

/** The metadata names its people by object ID only: ARM's own note of the last change comes first. */
function lastChangeOf({ systemData }: JsonRecord, properties: JsonRecord): LastChange {
  const system = recordOf(systemData);
  const { updatedBy, updatedOn, createdBy, createdOn } = recordOf(properties.metadata);
  return {
    by: firstTextOf(system.lastModifiedBy, system.createdBy, updatedBy, createdBy),
    at: dateOf(system.lastModifiedAt) ?? dateOf(system.createdAt) ?? dateOf(updatedOn) ?? dateOf(createdOn),
  };
}

/** The assignment as it is for one definition: its own, or that of an initiative in which the definition is a part. */
export function assignmentFor(
  definition: PolicyDefinition,
  assignment: AnyAssignment,
  of?: { readonly initiative: Initiative; readonly member: InitiativeMember },
): PolicyAssignment {
  const { id, name, displayName, scope, isEnforced, isSelective, raw } = assignment;
  const given = of ? resolved(of, assignment.parameters) : assignment.parameters;
  const namespaces = given[excludedNamespacesParameter];
  return {
    id,
    name,
    displayName,
    scope,
    isEnforced,
    isSelective,
    raw,
    initiative: of?.initiative.displayName,
    effect: effectOf(definition, given, assignment.overrides, of?.member.referenceId),
    excludedNamespaces: isGiven(given, excludedNamespacesParameter)
      ? textsIn(namespaces)
      : definition.excludedNamespaces,
  };
}

/** Values of the member's parameters: those that are expressions other than a parameter of the initiative stay unknown. */
function resolved(
  { initiative, member }: { readonly initiative: Initiative; readonly member: InitiativeMember },
  assigned: JsonRecord,
): JsonRecord {
  return Object.fromEntries(
    Object.entries(member.parameters).map(([name, value]) => {
      const parameter =
        typeof value === "string" ? /^\[\s*parameters\('([^']+)'\)\s*\]$/i.exec(value)?.[1] : undefined;
      if (parameter !== undefined) {
        return [name, anyCase(assigned, parameter) ?? anyCase(initiative.defaults, parameter)];
      }
      const isExpression = typeof value === "string" && /^\[(?!\[)/.test(value);
      return [name, isExpression ? undefined : value];
    }),
  );
}

function effectOf(
  definition: PolicyDefinition,
  given: JsonRecord,
  overrides: readonly unknown[],
  referenceId: string | undefined,
): PolicyEffect | undefined {
  const override = overrides.map(recordOf).find(({ selectors }) => mayConcern(selectors, referenceId));
  if (override) {
    return isSure(override) ? effectNamed(override.value) : undefined;
  }
  return isGiven(given, effectParameter)
    ? effectNamed(anyCase(given, effectParameter))
    : definition.defaultEffect;
}

/** Whether an override may be for this definition: no selector says that it is for others. */
function mayConcern(selectors: unknown, referenceId: string | undefined): boolean {
  return listOf(selectors)
    .map(recordOf)
    .filter(isAboutReferences)
    .every((selector) => {
      const has = (list: unknown) => textsIn(list)?.some((text) => isSame(text, referenceId ?? "")) === true;
      return selector.in === undefined ? !has(selector.notIn) : has(selector.in);
    });
}

/** Selectors by region or type depend on resources: what they come to for the cluster is not worked out here. */
function isSure({ selectors }: JsonRecord): boolean {
  return listOf(selectors).map(recordOf).every(isAboutReferences);
}

function isAboutReferences({ kind }: JsonRecord): boolean {
  return isSame(textOf(kind) ?? "", "policyDefinitionReferenceId");
}

function effectNamed(value: unknown): PolicyEffect | undefined {
  return typeof value === "string" ? policyEffectNamed(value) : undefined;
}

/** Kind and name of a scope, from its id. */
function scopeOf(id: string): PolicyScope {
  const kinds: readonly (readonly [PolicyScope["kind"], RegExp])[] = [
    ["managementGroup", /^\/providers\/Microsoft\.Management\/managementGroups\/[^/]+$/i],
    ["subscription", /^\/subscriptions\/[^/]+$/i],
    ["resourceGroup", /^\/subscriptions\/[^/]+\/resourceGroups\/[^/]+$/i],
  ];
  const kind = kinds.find(([, pattern]) => pattern.test(id))?.[0] ?? "resource";
  return { kind, id, name: lastPart(id) };
}

/** The id of an assignment begins with that of its scope. */
function scopeIn(id: string): string {
  return id.replace(/\/providers\/Microsoft\.Authorization\/policyAssignments\/[^/]*$/i, "");
}

function lastPart(id: string): string {
  return id.slice(id.lastIndexOf("/") + 1);
}

function isGiven(record: JsonRecord, name: string): boolean {
  return Object.keys(record).some((key) => isSame(key, name));
}

function anyCase(record: JsonRecord, name: string): unknown {
  return Object.entries(record).find(([key]) => isSame(key, name))?.[1];
}

function isSame(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase();
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : isRecord(value) ? [value] : [];
}

function textsIn(value: unknown): readonly string[] | undefined {
  return Array.isArray(value) ? value.flatMap((text: unknown) => textOf(text) ?? []) : undefined;
}
