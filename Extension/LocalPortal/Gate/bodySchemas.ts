/**
 * JSON schemas of the bodies that the product sends. What it makes by itself is fixed to the last property; what it reads and sends
 * back with a change is checked where the change may be, because a later api-version may add unknown properties.
 */

const text = { type: "string", maxLength: 10_000 };
const flag = { type: "boolean" };
const texts = { type: "array", items: text, maxItems: 10_000 };

function exactly(properties: Readonly<Record<string, object>>, ...optional: readonly string[]) {
  const required = Object.keys(properties).filter((name) => !optional.includes(name));
  return { type: "object", properties, required, additionalProperties: false };
}

function atLeast(properties: Readonly<Record<string, object>>, ...optional: readonly string[]) {
  return { ...exactly(properties, ...optional), additionalProperties: true };
}

const workspaceId = {
  type: "string",
  pattern:
    "^/[Ss]ubscriptions/[0-9A-Fa-f-]{36}/[Rr]esource[Gg]roups/[^/]+/providers/[Mm]icrosoft\\.[Oo]perational[Ii]nsights/[Ww]orkspaces/[^/]+$",
};

/** Resource Graph asks the whole tenant when a query names no subscription; `own` is the only one that may be named. */
export const graphQuery = exactly(
  {
    query: { type: "string", maxLength: 100_000 },
    subscriptions: {
      type: "array",
      items: { type: "string", own: "subscription" },
      minItems: 1,
      maxItems: 1,
    },
    options: exactly(
      { resultFormat: text, $top: { type: "integer" }, $skip: { type: "integer" }, $skipToken: text },
      "resultFormat",
      "$top",
      "$skip",
      "$skipToken",
    ),
    facets: { type: "array", maxItems: 20, items: { type: "object" } },
  },
  "options",
  "facets",
);

/** The whole cluster as it was read. What may be different is decided by comparing it with the cluster itself. */
export const cluster = atLeast(
  { id: { type: "string", own: "cluster" }, location: text, properties: { type: "object" } },
  "id",
);

const log = atLeast({ category: text, categoryGroup: text, enabled: flag }, "category", "categoryGroup");

export const diagnosticSetting = atLeast({
  properties: atLeast({ workspaceId, logs: { type: "array", items: log, maxItems: 100 } }),
});

export const resourceGroup = exactly({ location: text });

export const workspace = exactly({
  location: text,
  properties: exactly({
    sku: exactly({ name: { const: "pernode" } }),
    retentionInDays: { const: 30 },
    features: exactly({ searchVersion: { const: 1 } }),
  }),
});

/** Of built-in definitions only, and without an identity: nothing is deployed by them. */
export const policyAssignment = exactly({
  properties: exactly({
    displayName: text,
    policyDefinitionId: {
      type: "string",
      pattern: "^/providers/[Mm]icrosoft\\.[Aa]uthorization/policyDefinitions/[^/]+$",
    },
    enforcementMode: { const: "Default" },
    parameters: { type: "object", additionalProperties: exactly({ value: {} }) },
  }),
});

export const pricing = exactly({
  properties: atLeast(
    {
      pricingTier: { enum: ["Free", "Standard"] },
      extensions: { type: "array", maxItems: 100, items: atLeast({ name: text, isEnabled: {} }) },
    },
    "extensions",
  ),
});

export const governanceAssignment = exactly({
  properties: atLeast(
    {
      owner: text,
      remediationDueDate: text,
      isGracePeriod: flag,
      governanceEmailNotification: { type: "object" },
      additionalData: { type: "object" },
      remediationEta: { type: "object" },
    },
    "owner",
    "remediationDueDate",
    "isGracePeriod",
    "governanceEmailNotification",
    "additionalData",
    "remediationEta",
  ),
});

const condition = {
  type: "object",
  properties: { field: text, in: texts, contains: text },
  required: ["field"],
  additionalProperties: false,
};

export const suppressionRule = exactly({
  properties: exactly(
    {
      alertType: text,
      reason: text,
      state: { enum: ["Enabled", "Disabled"] },
      comment: text,
      expirationDateUtc: text,
      suppressionAlertsScope: exactly({ allOf: { type: "array", items: condition, maxItems: 100 } }),
    },
    "comment",
    "expirationDateUtc",
    "suppressionAlertsScope",
  ),
});
