import { ArmError } from "../../Server/arm";
import { isJson } from "../../World/jsonParts";
import type { PolicyAssignment } from "../../World/Authorization/policyAssignment";
import { findPolicyDefinition } from "../../World/Authorization/policyDefinitions";
import { findInitiative } from "../../World/Authorization/policyInitiative";
import type { PolicyParameter, PolicyParameters } from "../../World/Authorization/policyParameters";

type Values = PolicyAssignment["properties"]["parameters"];

/** Names of assignments (Azure's rules for resource names): their length depends on the scope. */
export function checkAssignmentName(name: string, scope: string): void {
  const longest = /^\/providers\/Microsoft\.Management\//i.test(scope) ? 24 : 64;
  // eslint-disable-next-line no-control-regex -- Control characters are what the rule forbids.
  if (name.length > longest || /[<>*%&:\\?.+/\u0000-\u001f]| $/.test(name)) {
    throw invalid(
      "InvalidPolicyAssignmentName",
      `The policy assignment name '${name}' is invalid. It may have up to '${longest}' characters, none of them out of '<>*%&:\\?.+/', and not end in a space.`,
    );
  }
}

/** Reads the body of a PUT. The codes are ARM's; its words are not published and these are alike. */
export function readPolicyAssignment(name: string, body: unknown): PolicyAssignment["properties"] {
  const properties = isJson(body) ? body.properties : undefined;
  if (!isJson(properties)) {
    throw invalid("InvalidCreatePolicyAssignmentRequest", "The policy assignment has no properties.");
  }
  const { policyDefinitionId, enforcementMode = "Default", parameters = {} } = properties;
  if (typeof policyDefinitionId !== "string") {
    throw invalid(
      "InvalidCreatePolicyAssignmentRequest",
      `The policy assignment '${name}' names no policy definition.`,
    );
  }
  if (enforcementMode !== "Default" && enforcementMode !== "DoNotEnforce") {
    throw invalid(
      "InvalidPolicyAssignmentEnforcementMode",
      `The enforcement mode of the policy assignment '${name}' must be 'Default' or 'DoNotEnforce'.`,
    );
  }
  const values = readValues(name, parameters, parametersOf(name, policyDefinitionId), policyDefinitionId);
  return { ...properties, policyDefinitionId, enforcementMode, parameters: values };
}

function parametersOf(name: string, policyDefinitionId: string): PolicyParameters {
  const found = findPolicyDefinition(policyDefinitionId) ?? findInitiative(policyDefinitionId);
  if (!found) {
    throw new ArmError(
      404,
      /\/policySetDefinitions\//i.test(policyDefinitionId)
        ? "PolicySetDefinitionNotFound"
        : "PolicyDefinitionNotFound",
      `The policy assignment '${name}' create request is invalid. '${policyDefinitionId}' could not be found.`,
    );
  }
  return found.parameters;
}

function readValues(name: string, given: unknown, defined: PolicyParameters, definition: string): Values {
  const values = isJson(given) ? given : {};
  const unknown = Object.keys(values).filter((parameter) => !Object.hasOwn(defined, parameter));
  if (unknown.length > 0) {
    throw invalid(
      "UndefinedPolicyParameter",
      `The policy assignment '${name}' has defined parameters '${unknown.join(", ")}' which are not defined in the policy definition '${definition}'.`,
    );
  }
  const missing = Object.entries(defined)
    .filter(([parameter, { defaultValue }]) => defaultValue === undefined && values[parameter] === undefined)
    .map(([parameter]) => parameter);
  if (missing.length > 0) {
    throw invalid(
      "MissingPolicyParameter",
      `The policy assignment '${name}' is missing the parameter(s) '${missing.join(", ")}' as defined in the policy definition '${definition}'.`,
    );
  }
  return Object.fromEntries(
    Object.entries(values).map(([parameter, entry]) => [
      parameter,
      { value: readValue(parameter, entry, defined[parameter], definition) },
    ]),
  );
}

function readValue(name: string, entry: unknown, defined: PolicyParameter | undefined, definition: string) {
  const value = isJson(entry) ? entry.value : undefined;
  if (!defined || !fits(value, defined.type)) {
    throw invalid(
      "PolicyParameterTypeMismatch",
      `The value of the policy parameter '${name}' in policy definition '${definition}' must be of type '${defined?.type ?? "?"}'.`,
    );
  }
  const { allowedValues } = defined;
  if (allowedValues && !allowedValues.includes(value)) {
    throw invalid(
      "PolicyParameterValueNotAllowed",
      `The value '${String(value)}' is not allowed for policy parameter '${name}' in policy definition '${definition}'. The allowed values are '${allowedValues.join(", ")}'.`,
    );
  }
  return value;
}

/** Names of types have no letter case. */
function fits(value: unknown, type: string): boolean {
  switch (type.toLowerCase()) {
    case "array":
      return Array.isArray(value);
    case "boolean":
      return typeof value === "boolean";
    case "object":
      return isJson(value);
    default:
      return typeof value === "string";
  }
}

function invalid(code: string, message: string): ArmError {
  return new ArmError(400, code, message);
}
