import { apiVersions } from "../../Server/apiVersions";
import { readApiVersion } from "../../Server/apiVersion";
import { asKnownIn, type Arrivals } from "../../Server/versionedBody";
import { ArmError } from "../../Server/arm";
import type { Operation } from "../../Server/operation";
import {
  findPolicyDefinition,
  policyDefinitionId,
  type PolicyDefinition,
} from "../../World/Authorization/policyDefinitions";
import {
  findInitiative,
  initiativeId,
  type PolicyInitiative,
} from "../../World/Authorization/policyInitiative";

/**
 * Built-in definitions belong to the tenant. That every user may read them is a guess: no role could be assigned where they are.
 */
const get = (path: string, handle: Operation["handle"]): Operation => ({
  method: "GET",
  path,
  apiVersions: apiVersions.policyDefinitions,
  handle,
});

export const policyDefinitionOperations: readonly Operation[] = [
  get("/providers/Microsoft.Authorization/policyDefinitions/{name}", ({ request, place: { name = "" } }) => {
    const definition = findPolicyDefinition(policyDefinitionId(name));
    if (!definition) {
      throw notFound("PolicyDefinitionNotFound", `The policy definition '${name}' could not be found.`);
    }
    return { status: 200, body: asKnownIn(readApiVersion(request), definitionBody(definition), arrivals) };
  }),
  get("/providers/Microsoft.Authorization/policySetDefinitions/{name}", ({ place: { name = "" } }) => {
    const initiative = findInitiative(initiativeId(name));
    if (!initiative) {
      throw notFound(
        "PolicySetDefinitionNotFound",
        `The policy set definition '${name}' could not be found.`,
      );
    }
    return { status: 200, body: initiativeBody(initiative) };
  }),
  // A subscription may have definitions of its own; this one has none.
  get(
    "/subscriptions/{subscriptionId}/providers/Microsoft.Authorization/policyDefinitions/{name}",
    ({ place }) => {
      throw notFound(
        "PolicyDefinitionNotFound",
        `The policy definition '${place.name ?? ""}' could not be found.`,
      );
    },
  ),
  get(
    "/subscriptions/{subscriptionId}/providers/Microsoft.Authorization/policySetDefinitions/{name}",
    ({ place }) => {
      throw notFound(
        "PolicySetDefinitionNotFound",
        `The policy set definition '${place.name ?? ""}' could not be found.`,
      );
    },
  ),
];

/** Properties by the api-versions that brought them. */
const arrivals: Arrivals = { "properties.version": "2023-04-01", "properties.versions": "2023-04-01" };

function notFound(code: string, message: string): ArmError {
  return new ArmError(404, code, message);
}

/** Of the rule only what clients read is here: the effect and the kinds of objects. */
function definitionBody(definition: PolicyDefinition) {
  const { name, displayName, version, mode, category, parameters, kinds } = definition;
  return {
    id: policyDefinitionId(name),
    name,
    type: "Microsoft.Authorization/policyDefinitions",
    properties: {
      displayName,
      policyType: "BuiltIn",
      mode,
      description: `${displayName}.`,
      metadata: { version, category },
      version,
      versions: [version],
      parameters,
      policyRule: {
        then: { effect: "[parameters('effect')]", ...(kinds.length > 0 ? { details: { kinds } } : {}) },
      },
    },
  };
}

function initiativeBody({ name, displayName, parameters, members }: PolicyInitiative) {
  return {
    id: initiativeId(name),
    name,
    type: "Microsoft.Authorization/policySetDefinitions",
    properties: {
      displayName,
      policyType: "BuiltIn",
      metadata: { category: "Security Center" },
      parameters,
      policyDefinitions: members.map(({ policyDefinitionReferenceId, policy, parameters: own }) => ({
        policyDefinitionReferenceId,
        policyDefinitionId: policyDefinitionId(policy),
        parameters: Object.fromEntries(
          Object.entries(own).map(([parameter, of]) => [parameter, { value: `[parameters('${of}')]` }]),
        ),
      })),
    },
  };
}
