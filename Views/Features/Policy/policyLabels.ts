import { readableLine } from "../../../Client/Core/visibleText";
import { format } from "../../../Client/Core/format";
import type { PolicyAssignment, PolicyScope, PolicyStanding } from "../../../Client/Policy/policyAssignment";
import type { ClusterNow } from "../../../Client/Core/defenderPlan";
import type { PolicyPrerequisite } from "../../../Client/Policy/policyPrerequisites";
import type { PolicyEffect } from "../../../Client/Policy/policyDefinition";
import type { ParameterProblem } from "../../../Client/Policy/policyDraft";
import { Findings } from "../../Kit/Screens/Findings.resjson";
import { PolicyTexts as Text } from "./Policy.resjson";

const standingLabels: Readonly<Record<PolicyStanding, string>> = {
  denied: Text.denied,
  audited: Text.audited,
  off: Text.off,
  unassigned: Text.unassigned,
  unknown: Text.unknown,
};

/** What the assignments come to in a cluster; `undefined`: it is not known. Without the add-on none of them does anything there. */
export function standingText(
  standing: PolicyStanding,
  cluster: ClusterNow | undefined,
  kinds: readonly string[],
): string {
  const isAssigned = standing === "denied" || standing === "audited";
  return isAssigned && cluster?.hasPolicyAddOn === false
    ? Text.assignedInVain
    : format(standingLabels[standing], kindsText(kinds));
}

const kindLabels: ReadonlyMap<string, string> = new Map([
  ["pod", Text.kindPod],
  ["service", Text.kindService],
  ["ingress", Text.kindIngress],
  ["serviceaccount", Text.kindServiceAccount],
  ["namespace", Text.kindNamespace],
]);

/** What a policy checks, in words; unknown kinds by their own names. */
export function kindsText(kinds: readonly string[]): string {
  const words = kinds.map(
    (kind) => kindLabels.get(kind.toLowerCase()) ?? format(Text.kindOther, readableLine(kind)),
  );
  return words.length === 0 ? Text.kindUnknown : new Intl.ListFormat("en-US").format(words);
}

/** What follows from refusing: for pods also what moves, scales and rolls out. */
export function denyText(kinds: readonly string[]): string {
  const warning = format(Text.denyWarning, kindsText(kinds));
  return kinds.some((kind) => kind.toLowerCase() === "pod") ? `${warning} ${Text.denyPods}` : warning;
}

export const prerequisiteLabels: Readonly<Record<PolicyPrerequisite, string>> = {
  addOnMissing: Text.addOnMissing,
  clusterStopped: Text.clusterStopped,
  clusterDeleting: Text.clusterDeleting,
  unknown: Text.clusterUnknown,
};

export const effectLabels: Readonly<Record<PolicyEffect, string>> = {
  audit: Text.audit,
  deny: Text.deny,
  disabled: Text.disabled,
};

export const parameterProblemLabels: Readonly<Record<ParameterProblem, string>> = {
  missing: Text.missing,
  notAllowed: Text.notAllowed,
  notANumber: Text.notANumber,
  notABoolean: Text.notABoolean,
  notAnObject: Text.notAnObject,
};

const scopeLabels: Readonly<Record<PolicyScope["kind"], string>> = {
  managementGroup: Text.scopeManagementGroup,
  subscription: Text.scopeSubscription,
  resourceGroup: Text.scopeResourceGroup,
  resource: Text.scopeResource,
};

/** An effect that may not be known. */
export function effectText(effect: PolicyEffect | undefined): string {
  return effect === undefined ? Findings.unknownValue : effectLabels[effect];
}

/** The cells of an assignment, in the order of the table's columns. */
export function assignmentCells(assignment: PolicyAssignment): readonly string[] {
  const { displayName, initiative, scope, effect, excludedNamespaces } = assignment;
  return [
    initiative === undefined ? displayName : format(Text.viaInitiative, displayName, initiative),
    format(scopeLabels[scope.kind], scope.name),
    effectText(effect),
    enforcementText(assignment),
    excludedNamespaces === undefined
      ? Findings.unknownValue
      : excludedNamespaces.join(", ") || Text.noneExcluded,
  ];
}

function enforcementText({ isEnforced, isSelective }: PolicyAssignment): string {
  const enforcement = isEnforced ? Text.enforced : Text.notEnforced;
  return isSelective ? `${enforcement}. ${Text.selective}` : enforcement;
}
