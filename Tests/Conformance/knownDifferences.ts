/** Calls that no file of OpenAPI at hand describes. Where a folder has them after all, they are compared. */
export interface Gap {
  /** Method and path without names, `GET Microsoft.Authorization/permissions`. */
  readonly calls: RegExp;
  readonly reason: string;
}

/** Where product or emulator are not as the OpenAPI says, and are right. */
export interface Departure {
  /** Scenario, operation, status, side, code, message and place, as the report prints them. */
  readonly lines: RegExp;
  readonly reason: string;
}

export const gaps: readonly Gap[] = [
  {
    calls: /^GET Microsoft\.ContainerService\/locations\/operation(?:s|results)$/,
    reason: "AKS publishes no operation for it: clients follow the link of the Azure-AsyncOperation header",
  },
  {
    calls: /^GET Microsoft\.Authorization\/permissions$/,
    reason: "the folder has no OpenAPI of Microsoft.Authorization; its published examples are replayed",
  },
  {
    calls: /^(?:GET|PUT) Microsoft\.Authorization\/policy(?:Set)?(?:Definitions|Assignments)$/,
    reason: "the folder has no OpenAPI of Azure Policy; Microsoft's own client makes the assignments",
  },
  {
    calls: /^POST Microsoft\.PolicyInsights\/componentPolicyStates\/queryResults$/,
    reason: "the folder has no OpenAPI of Microsoft.PolicyInsights",
  },
  {
    calls: /^(?:GET|PUT) Microsoft\.Insights\/diagnosticSettings$/,
    reason: "the folder has no OpenAPI of Microsoft.Insights",
  },
  {
    calls: /^(?:GET|PUT) Microsoft\.OperationalInsights\/workspaces$/,
    reason: "the folder has no OpenAPI of Log Analytics",
  },
  {
    calls: /^(?:GET|PUT) subscriptions\/resourceGroups$/,
    reason: "the folder has no OpenAPI of Microsoft.Resources",
  },
];

export const departures: readonly Departure[] = [
  {
    lines: / Alerts_\w+ 200 answer: INVALID_TYPE .*\/properties\/(?:entities|supportingEvidence)\//,
    reason: "entities and evidence hold texts and lists, not only objects: so do Microsoft's own examples",
  },
  {
    lines: / Alerts_\w+ 200 answer: DISCRIMINATOR_VALUE_NOT_FOUND .*"AAD"/,
    reason: "real alerts name the tenant as a resource of type AAD, which the OpenAPI does not have",
  },
  {
    lines: / Alerts_\w+ 200 answer: OBJECT_ADDITIONAL_PROPERTIES .*\/resourceIdentifiers\//,
    reason:
      "real alerts number their identifiers and name the tenant of each, which the OpenAPI does not have",
  },
  {
    lines: / ManagedClusters_CreateOrUpdate \d+ request: READONLY_PROPERTY_NOT_ALLOWED_IN_REQUEST /,
    reason: "a cluster is written as it was read, with what nobody here knows; AKS ignores what only it sets",
  },
  {
    lines: /^busy ManagedClusters_CreateOrUpdate 400 request: OBJECT_MISSING_REQUIRED_PROPERTY .*location/,
    reason: "sent wrong on purpose, to be refused",
  },
  {
    lines: /^busy Resources 400 answer: INVALID_TYPE .*\/error\/details\//,
    reason:
      "Resource Graph says where a query is wrong by numbers and words, the OpenAPI allows it objects only",
  },
  {
    lines: /^plan-extended Pricings_Get 200 answer: OBJECT_ADDITIONAL_PROPERTIES .*\brollout\b/,
    reason: "the scenario is about an extension of the plan that nobody here knows",
  },
  {
    lines: /^bulk-troubles Alerts_\w+ToResolve 200 answer: INVALID_RESPONSE_CODE /,
    reason: "the scenario has a gateway that answers with a page of HTML",
  },
];
