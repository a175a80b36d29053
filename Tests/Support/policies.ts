import type { PolicyAssignment } from "../../Client/Policy/policyAssignment";
import type { PolicyDefinition, PolicyParameter } from "../../Client/Policy/policyDefinition";
import { clusterId } from "./findings";

/** A definition about containers with what most have; tests say what differs. */
export function aPolicy(over: Partial<PolicyDefinition> = {}): PolicyDefinition {
  return {
    id: "/providers/Microsoft.Authorization/policyDefinitions/febd0533-8e55-448f-b837-bd0e06f16469",
    displayName: "Kubernetes cluster containers should only use allowed images",
    description: "",
    version: "9.3.0",
    isAboutContainers: true,
    kinds: ["Pod"],
    effects: new Map([
      ["audit", "Audit"],
      ["deny", "Deny"],
      ["disabled", "Disabled"],
    ]),
    defaultEffect: "deny",
    excludedNamespaces: ["kube-system", "gatekeeper-system", "azure-arc"],
    parameters: [],
    ...over,
  };
}

export function aParameter(over: Partial<PolicyParameter> = {}): PolicyParameter {
  return {
    name: "regex",
    kind: "text",
    displayName: "Regex",
    description: "",
    allowedValues: [],
    defaultValue: undefined,
    ...over,
  };
}

export function anAssignment(over: Partial<PolicyAssignment> = {}): PolicyAssignment {
  return {
    id: `${clusterId}/providers/Microsoft.Authorization/policyAssignments/a`,
    name: "a",
    displayName: "A",
    scope: { kind: "resource", id: clusterId, name: "aks" },
    initiative: undefined,
    effect: "audit",
    isEnforced: true,
    excludedNamespaces: [],
    isSelective: false,
    raw: {},
    ...over,
  };
}
