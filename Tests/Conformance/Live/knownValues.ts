/** Small vocabularies of Microsoft's specifications, by the end of a path. Only these values are ever written. */
const vocabularies: readonly (readonly [place: RegExp, values: readonly string[]])[] = [
  [/status\.code$/i, ["Healthy", "Unhealthy", "NotApplicable"]],
  [
    /status\.cause$/i,
    ["OffByPolicy", "Exempt", "UnsupportedPricingPlan", "NotApplicable", "Unknown", "ExemptByPolicy"],
  ],
  [/severity$/i, ["Critical", "High", "Medium", "Low", "Informational", "Unknown", "None"]],
  [/risk\.level$|risklevel$/i, ["Critical", "High", "Medium", "Low", "None"]],
  [/properties\.status$/i, ["Active", "InProgress", "Resolved", "Dismissed", "New"]],
  [/pricingTier$/i, ["Free", "Standard"]],
  [/(?:isEnabled|enforce|inherited)$/i, ["True", "False"]],
  [/resourcesCoverageStatus$/i, ["FullyCovered", "PartiallyCovered", "NotCovered"]],
  [/operationStatus\.code$/i, ["Succeeded", "Failed"]],
  [/alertsSuppressionRules.*state$|properties\.state$/i, ["Enabled", "Disabled", "Expired", ...states()]],
  [
    /provisioningState$/i,
    [
      "Succeeded",
      "Failed",
      "Canceled",
      "Creating",
      "Updating",
      "Upgrading",
      "Deleting",
      "Starting",
      "Stopping",
    ],
  ],
  [/powerState\.code$/i, ["Running", "Stopped"]],
  [/resourceIdentifiers\[\]\.type$/i, ["AzureResource", "LogAnalytics", "AAD"]],
  [/(?:resourceDetails|ResourceDetails)\.Source$/i, ["Azure", "Aws", "Gcp", "OnPremise", "OnPremiseSql"]],
  [
    /resourceDetails\.ResourceType$/i,
    ["Container", "ContainerImage", "K8s-container", "virtualMachineScaleSets", "managedClusters"],
  ],
  [
    /recommendationCategory$/i,
    [
      ...["SoftwareUpdate", "ServiceUpgrade", "SystemUpdate", "HostMisconfigurations", "ExposedSecrets"],
      ...["CodeVulnerabilities", "IacVulnerabilities", "ApiVulnerabilities", "Unknown"],
    ],
  ],
  [/assessmentType$/i, ["BuiltIn", "CustomPolicy", "CustomerManaged", "VerifiedPartner", "Custom"]],
  [/(?:userImpact|implementationEffort)$/i, ["High", "Moderate", "Low"]],
  [/fixStatus$/i, ["FixAvailable", "NoFix", "NoFixAvailable", "WillNotFix", "Fixed", "Unknown"]],
  [/resultTruncated$/i, ["true", "false"]],
  [/osType$/i, ["Linux", "Windows"]],
  [/properties\.mode$/i, ["System", "User", "Gateway", "Machines"]],
  [/loadBalancerSku$/i, ["standard", "basic"]],
  [/complianceState$/i, ["Compliant", "NonCompliant", "Exempt", "Conflict", "Unknown"]],
  [/policyType$/i, ["BuiltIn", "Custom", "Static", "NotSpecified"]],
  [/enforcementMode$/i, ["Default", "DoNotEnforce"]],
  [/error\.code$/i, errorCodes()],
];

function states(): readonly string[] {
  return ["Passed", "Failed", "Skipped", "Unsupported"];
}

/** Codes of ARM and Resource Graph that are documented. */
function errorCodes(): readonly string[] {
  return [
    ...[
      "AuthorizationFailed",
      "ResourceNotFound",
      "ResourceGroupNotFound",
      "SubscriptionNotFound",
      "NotFound",
    ],
    ...["InvalidApiVersionParameter", "NoRegisteredProviderFound", "MissingSubscriptionRegistration"],
    ...["BadRequest", "InvalidQuery", "RateLimiting", "TooManyRequests", "Forbidden", "InternalServerError"],
    ...["InvalidResourceType", "PolicyDefinitionNotFound", "PolicySetDefinitionNotFound", "NotAsked"],
  ];
}

/** `undefined`: what stands in the place is no word of a vocabulary. */
export function vocabularyOf(place: string): readonly string[] | undefined {
  return vocabularies.find(([at]) => at.test(place))?.[1];
}

export const knownValues: readonly string[] = vocabularies.flatMap(([, values]) => values);

/** The error code of an answer, if it is a documented one. */
export function knownCode(body: unknown): string {
  const { error } = (body ?? {}) as { readonly error?: { readonly code?: unknown } };
  return errorCodes().find((code) => code === error?.code) ?? "another code";
}
