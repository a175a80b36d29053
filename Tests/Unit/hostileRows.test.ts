import { readdirSync } from "node:fs";
import path from "node:path";
import { isDeepStrictEqual } from "node:util";
import { alertDetailsFromRow } from "../../Client/Alerts/alertDetailsFromRow";
import { alertFromRow, alertStatusNamed } from "../../Client/Alerts/alertFromRow";
import { entitiesFromRow } from "../../Client/Alerts/entitiesFromRow";
import { profileFromWire } from "../../Client/DefenderPlan/profileFromWire";
import { complianceDetailsFromRows, complianceFromRow } from "../../Client/Compliance/complianceFromRow";
import { clusterPartsFromWire } from "../../Client/DefenderPlan/clusterPartsFromWire";
import { coverageFromRows } from "../../Client/DefenderPlan/coverageFromRows";
import { planFromWire } from "../../Client/DefenderPlan/planFromWire";
import { planSettingsFromWire } from "../../Client/DefenderPlan/planSettingsFromWire";
import { postureFromWire } from "../../Client/DefenderPlan/postureFromWire";
import { workspaceAccessFromWire } from "../../Client/DefenderPlan/workspaceAccessFromWire";
import { isRecord, structureOf, textOf, type JsonRecord } from "../../Client/Core/json";
import type { MapResult } from "../../Client/Core/mapResult";
import { configurationsOf } from "../../Client/DefenderPlan/planConfigurations";
import { pricingBodyOf } from "../../Client/DefenderPlan/pricingBody";
import { wantedOf, withPlan } from "../../Client/DefenderPlan/planDraft";
import {
  affectedComponentFromWire,
  affectedComponentsFromWire,
} from "../../Client/Misconfigurations/affectedComponentFromWire";
import {
  misconfigurationDetailsFromRow,
  misconfigurationFromRow,
} from "../../Client/Misconfigurations/misconfigurationFromRow";
import {
  bestWorkspace,
  diagnosticWorkspacesFromWire,
  profileWorkspacesFromWire,
} from "../../Client/Investigation/workspaceFromWire";
import {
  assignmentFromWire,
  storedAssignmentFromWire,
  withChange,
} from "../../Client/Ownership/assignmentFromWire";
import { underlyingFromRow, currentFromRow } from "../../Client/Ownership/underlyingFromRow";
import { workspaceFromRow } from "../../Client/QuickFixes/workspaceFromRow";
import {
  clusterProfileFromWire,
  nodePoolFromWire,
  poolProfileFromWire,
} from "../../Client/NodePools/nodePoolFromWire";
import { poolMachinesFromWire, wholeOf } from "../../Client/NodePools/poolMachinesFromWire";
import { permissionFromWire } from "../../Client/Permissions/permissionFromWire";
import { initiativeFromWire, values } from "../../Client/Policy/initiativeFromWire";
import { anyAssignmentFromWire, assignmentFor } from "../../Client/Policy/policyAssignmentFromWire";
import { policyDefinitionFromWire } from "../../Client/Policy/policyDefinitionFromWire";
import { reachableFromRow } from "../../Client/Suppression/reachableFromRow";
import { suppressionRuleFromWire, suppressionRuleToWire } from "../../Client/Suppression/suppressionFromWire";
import { componentWithContents } from "../../Client/Vulnerabilities/contentsFromRow";
import { componentDetailsFromRows } from "../../Client/Vulnerabilities/componentDetailsFromRows";
import { componentFromRow, identityOf } from "../../Client/Vulnerabilities/componentFromRow";
import {
  cvesOfAssessment,
  cvesOfSubAssessment,
  identifiersIn,
} from "../../Client/Vulnerabilities/cvesFromWire";
import { nodesFromWire } from "../../Client/Vulnerabilities/nodesFromWire";
import { packageFacts } from "../../Client/Vulnerabilities/packageFromWire";
import { placeFromRow, poolFromRow } from "../../Client/Vulnerabilities/placeFromRow";
import { vulnerabilityFromWire } from "../../Client/Vulnerabilities/vulnerabilityFromWire";
import { createRandom } from "../../Extension/ArmEmulator/World/random";
import { aCluster } from "../Support/aCluster";
import { aComplianceIssue, aComponent } from "../Support/findings";
import { createHostile, type Hostile } from "../Support/hostile";
import { componentFixtures } from "../Support/RealRows/componentFixtures";

const cluster = aCluster();
const now = new Date("2026-11-24T12:00:00Z");
const component = aComponent("cart");
const issue = aComplianceIssue("k");

const ownership = { owners: ["ada@contoso.com"], due: "2026-12-01T00:00:00Z", failing: 2, assigned: 1 };
const links = { azurePortal: "portal.azure.com/#x" };
const entities = JSON.stringify([
  { $id: "1", type: "K8S-pod", name: "cart-1", namespace: { $ref: "2" } },
  { $id: "2", Type: "kubernetes-namespace", Name: "shop", cluster: { $id: "3", type: "cluster", name: "c" } },
]);
const alertProperties = {
  AlertDisplayName: "Web shell",
  Severity: "High",
  Status: "Active",
  StartTimeUtc: "2026-11-20T10:00:00Z",
  Description: "<b>A</b> [link](https://aka.ms/x)",
  RemediationSteps: ["1. <a href='https://aka.ms/x'>Do</a>", "2. that"],
  ExtendedProperties: { killChainIntent: "Execution", nested: { a: [1] } },
  Entities: entities,
  Intent: "Execution, Persistence",
  Techniques: ["T1059"],
  SubTechniques: ["T1059.004"],
  AlertUri: "https://portal.azure.com/#x",
};
const recommendation = {
  id: "/subscriptions/11111111-1111-4111-8111-111111111111/assessments/k",
  name: "k",
  resourceId: component.id,
  level: "High",
  ranking: "risk",
  displayName: "API server",
  firstEvaluationDate: "2026-10-01T00:00:00Z",
  policyDefinitionId: "/providers/Microsoft.Authorization/policyDefinitions/p",
  tactics: ["Initial Access"],
  ...ownership,
};
const assessment = {
  displayName: "API server",
  status: { code: "Unhealthy", firstEvaluationDate: "2026-10-01T00:00:00Z" },
  metadata: { description: "<b>What</b>", remediationDescription: "How", tactics: ["Initial Access"] },
  links,
};
const place = {
  ContainerName: "cart",
  Namespace: "shop",
  PodName: "cart-*-*",
  RepositoryDetails: { RegistryHost: "contoso.azurecr.io", RepositoryName: "cart" },
  Digest: "sha256:1",
};
const cve = {
  CveId: "CVE-2026-0001",
  Severity: "High",
  Cvss: [{ Key: "3.1", Value: { Base: 7.5, CvssVectorString: "CVSS:3.1/AV:N" } }],
  FixStatus: "FixAvailable",
  FixedVersion: "3.0.13-1",
  PublishedDate: "2026-01-01T00:00:00Z",
  ExploitabilityDetails: { IsInExploitKit: true },
};
const software = {
  SoftwareName: "openssl",
  PackageType: "OS",
  Vendor: "debian",
  OsPlatform: "debian_linux_12",
  DetectedSoftwareVersions: ["3.0.11-1"],
};
const individual = {
  id: "/assessments/individual",
  type: "microsoft.security/assessments",
  resourceId: component.id,
  placeOfResource: JSON.stringify(place),
  properties: {
    links,
    additionalData: { ...software, CvesDetails: JSON.stringify([cve, { ...cve, CveId: "CVE-2026-0002" }]) },
  },
};
const grouped = {
  id: "/assessments/grouped/subAssessments/1",
  type: "microsoft.security/assessments/subassessments",
  resourceId: component.id,
  properties: {
    id: "CVE-2026-0003",
    status: { severity: "Low" },
    additionalData: {
      vulnerabilityDetails: { cveId: "CVE-2026-0003", cvss: { "3.0": { base: 5 } } },
      softwareDetails: { packageName: "openssl", osDetails: { osPlatform: "debian" } },
    },
  },
};
const compliance = {
  ...recommendation,
  standard: "SOC-2",
  control: "CC6.1",
  controlTitle: "Access",
  isCategory: true,
  recommendation: "SoftwareUpdate",
  assessmentId: issue.assessmentId,
};
const policyState = {
  componentId: "shop/cart-1",
  componentName: "cart-1",
  componentType: "pod",
};
const managedCluster = {
  id: cluster.id,
  properties: {
    securityProfile: { defender: { securityMonitoring: { enabled: true } } },
    addonProfiles: { azurePolicy: { enabled: true } },
  },
};
const pricing = {
  properties: {
    pricingTier: "Standard",
    inherited: "True",
    extensions: [{ name: "A", isEnabled: "True", operationStatus: { code: "Failed", message: "No." } }],
  },
};
const settings = {
  properties: {
    pricingTier: "Standard",
    subPlan: "A",
    freeTrialRemainingTime: "P29DT23H59M30.5S",
    enablementTime: "2026-10-01T00:00:00Z",
    enforce: "True",
    inherited: "True",
    inheritedFrom: "/subscriptions/11111111-1111-4111-8111-111111111111",
    resourcesCoverageStatus: "FullyCovered",
    extensions: [
      {
        name: "ContainerSensor",
        isEnabled: "True",
        additionalExtensionProperties: { AntiMalwareEnabled: "True", Limits: { pods: 3 } },
        operationStatus: { code: "Failed", message: "No." },
      },
      { name: "Unknown", isEnabled: "False", ring: [1, null] },
    ],
  },
};
const workspace =
  "/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/g/providers/Microsoft.OperationalInsights/workspaces/w";
const monitored = {
  properties: {
    securityProfile: {
      defender: { logAnalyticsWorkspaceResourceId: workspace, securityMonitoring: { enabled: true } },
    },
    addonProfiles: { omsagent: { enabled: true, config: { logAnalyticsWorkspaceResourceID: workspace } } },
    azureMonitorProfile: { containerInsights: { enabled: true, logAnalyticsWorkspaceResourceId: workspace } },
  },
};
const diagnosticSetting = {
  properties: {
    workspaceId: workspace,
    logAnalyticsDestinationType: "Dedicated",
    logs: [{ category: "kube-audit", enabled: true }],
  },
};
const assignment = {
  owner: "ada@contoso.com",
  remediationDueDate: "2026-12-24T00:00:00Z",
  remediationEta: { eta: "2026-12-28T00:00:00Z", justification: "Freeze." },
  isGracePeriod: true,
  governanceEmailNotification: { disableOwnerEmailNotification: true },
  additionalData: { ticketNumber: 7, ticketLink: "https://tracker.contoso.com/7" },
};
const suppressionRule = {
  name: "known-behavior",
  properties: {
    alertType: "K8S.NODE_Drift",
    reason: "Noise",
    comment: "Checked.",
    state: "Enabled",
    expirationDateUtc: "2026-12-24T12:00:00Z",
    suppressionAlertsScope: {
      allOf: [
        { field: "entities.ip.address", in: ["203.0.113.7"] },
        { field: "entities.process.commandline", contains: "curl" },
      ],
    },
  },
};

const nodePool = {
  id: `${cluster.id}/agentPools/apps`,
  name: "apps",
  properties: {
    mode: "User",
    vmSize: "Standard_D8ds_v5",
    count: 4,
    osSKU: "Ubuntu",
    availabilityZones: ["1"],
    enableAutoScaling: true,
    minCount: 3,
    maxCount: 10,
    nodeImageVersion: "AKSUbuntu-2204gen2containerd-202611.10.0",
    upgradeSettings: { maxSurge: "33%", drainTimeoutInMinutes: 30, nodeSoakDurationInMinutes: 5 },
    powerState: { code: "Running" },
  },
};
const singleMachines = {
  count: null,
  vmSize: null,
  virtualMachineNodesStatus: [{ size: "Standard_D4s_v5", count: 2 }],
  virtualMachinesProfile: { scale: { manual: [{ size: "Standard_D4s_v5", count: 2 }] } },
};
const versions = {
  kubernetesVersion: "1.33.4",
  upgrades: [{ kubernetesVersion: "1.34.1", isPreview: false }],
};
const policyId = "/providers/Microsoft.Authorization/policyDefinitions/p";
const policyDefinition = {
  id: policyId,
  name: "p",
  properties: {
    displayName: "Images",
    mode: "Microsoft.Kubernetes.Data",
    version: "1.0.0",
    parameters: {
      effect: { type: "String", allowedValues: ["audit", "Audit", "Deny"], defaultValue: "Audit" },
      excludedNamespaces: { type: "Array", defaultValue: ["kube-system"] },
      regex: { type: "String", metadata: { displayName: "Regex", description: "What" } },
      list: { type: "Array", defaultValue: ["a"], allowedValues: ["a", "b"] },
    },
  },
};
const initiative = {
  properties: {
    displayName: "Benchmark",
    parameters: { effectOfP: { defaultValue: "Audit" } },
    policyDefinitions: [
      {
        policyDefinitionId: policyId,
        policyDefinitionReferenceId: "p",
        parameters: { effect: { value: "[parameters('effectOfP')]" }, excludedNamespaces: { value: ["a"] } },
      },
    ],
  },
};
const policyAssignment = {
  id: `${cluster.id}/providers/Microsoft.Authorization/policyAssignments/a`,
  name: "a",
  properties: {
    displayName: "A",
    policyDefinitionId: policyId,
    scope: cluster.id,
    enforcementMode: "Default",
    notScopes: [`${cluster.id}2`],
    parameters: { effect: { value: "Deny" }, effectOfP: { value: "Deny" } },
    overrides: [
      {
        kind: "policyEffect",
        value: "disabled",
        selectors: [{ kind: "policyDefinitionReferenceId", in: ["p"] }],
      },
    ],
    resourceSelectors: [],
  },
};

/** What is wrong with what a mapper made of something random; `undefined`: nothing. */
type Attack = (hostile: Hostile) => string | undefined;

const rowMapper =
  (map: (row: JsonRecord) => MapResult<unknown>, sample: JsonRecord): Attack =>
  (hostile) =>
    outcomeOf(map(hostile.row(sample)));

const reader =
  (read: (value: unknown) => unknown, sample: unknown): Attack =>
  (hostile) =>
    malformed(read(hostile.mutated(sample)));

const rowsOf = (hostile: Hostile, ...samples: readonly JsonRecord[]) =>
  samples.flatMap((sample) => [hostile.row(sample), hostile.row(sample)]);

/** Every exported function of every mapper file, by file. */
const attacks: Readonly<Record<string, Readonly<Record<string, Attack>>>> = {
  "Alerts/alertFromRow.ts": {
    alertFromRow: rowMapper(alertFromRow, { id: "/alerts/1", ...alertProperties }),
    alertStatusNamed: reader(alertStatusNamed, "Active"),
  },
  "Alerts/alertDetailsFromRow.ts": {
    alertDetailsFromRow: (hostile) => {
      const row = hostile.row({ id: "/alerts/1", properties: alertProperties });
      const mapped = alertDetailsFromRow(row);
      if ("rowError" in mapped) {
        return outcomeOf(mapped);
      }
      const { rawEntities, ...item } = mapped.item;
      return isAsSent(rawEntities, row) ? outcomeOf({ item }) : "the entities are changed";
    },
  },
  "Alerts/entitiesFromRow.ts": {
    entitiesFromRow: (hostile) => {
      const list = structureOf(hostile.mutated(entities));
      const read = entitiesFromRow(Array.isArray(list) ? list : [list]);
      return read.entities.length === typedObjects(list) ? malformed(read) : "an entity is lost";
    },
  },
  "DefenderPlan/clusterPartsFromWire.ts": {
    clusterPartsFromWire: reader(clusterPartsFromWire, managedCluster),
  },
  "DefenderPlan/workspaceAccessFromWire.ts": {
    workspaceAccessFromWire: reader(workspaceAccessFromWire, {
      properties: {
        features: { disableLocalAuth: true },
        publicNetworkAccessForIngestion: "Disabled",
        provisioningState: "Succeeded",
      },
    }),
  },
  "DefenderPlan/profileFromWire.ts": { profileFromWire: reader(profileFromWire, managedCluster) },
  "Compliance/complianceFromRow.ts": {
    complianceFromRow: rowMapper(complianceFromRow(now), compliance),
    complianceDetailsFromRows: (hostile) => {
      const others = { id: "/compliance/1", standard: "SOC-2", control: "CC6.1", properties: null };
      const own = { id: issue.assessmentId, standard: "", control: "", properties: assessment };
      const rows = rowsOf(hostile, own, others);
      const details = complianceDetailsFromRows(issue, rows);
      const named = rows.filter(({ id, standard }) => id !== issue.id && textOf(standard) !== undefined);
      const controls = details?.alsoSatisfies.flatMap((standard) => standard.controls);
      return controls && controls.length !== named.length ? "a control is lost" : malformed(details);
    },
  },
  "DefenderPlan/coverageFromRows.ts": {
    coverageFromRows: (hostile) => {
      const rows = rowsOf(hostile, { id: "microsoft.containerservice/managedclusters", found: 4 });
      return malformed(coverageFromRows(rows));
    },
  },
  "DefenderPlan/planFromWire.ts": { planFromWire: reader(planFromWire, pricing) },
  "DefenderPlan/postureFromWire.ts": { postureFromWire: reader(postureFromWire, pricing) },
  "DefenderPlan/planSettingsFromWire.ts": {
    planSettingsFromWire: (hostile) => {
      const read = planSettingsFromWire(
        hostile.mutated(settings),
        hostile.value() ? "cluster" : "subscription",
      );
      if (!read) {
        return undefined;
      }
      const { raw, extensions, ...facts } = read;
      const names = extensions.map(({ raw: _, ...extension }) => extension);
      const sent = pricingBodyOf(read, withPlan(wantedOf(read), true)).properties.extensions ?? [];
      const kept = extensions.filter(({ raw: { operationStatus: _, ...extension } }) =>
        sent.some(
          (one) =>
            JSON.stringify({ ...extension, isEnabled: 0 }) === JSON.stringify({ ...one, isEnabled: 0 }),
        ),
      );
      return kept.length < extensions.length || !isRecord(raw)
        ? "an extension is lost on the way back"
        : malformed({ facts, names, configurations: configurationsOf(read, undefined) });
    },
  },
  "Investigation/workspaceFromWire.ts": {
    profileWorkspacesFromWire: reader(profileWorkspacesFromWire, monitored),
    diagnosticWorkspacesFromWire: (hostile) => {
      const list = [diagnosticSetting, diagnosticSetting].map(hostile.mutated);
      const isWhole = list.every((one) => isRecord(one) && isRecord(one.properties));
      const read = diagnosticWorkspacesFromWire(list);
      return isWhole === (read !== undefined) ? malformed(read) : "a setting is lost";
    },
    bestWorkspace: (hostile) => {
      const profile = profileWorkspacesFromWire(hostile.mutated(monitored)) ?? [];
      const diagnostics = diagnosticWorkspacesFromWire([hostile.mutated(diagnosticSetting)]) ?? [];
      const best = bestWorkspace(profile, diagnostics);
      const isNamed = profile.length + diagnostics.length > 0;
      return isNamed === (best !== undefined) ? malformed(best) : "a workspace is lost, or made up";
    },
  },
  "Misconfigurations/affectedComponentFromWire.ts": {
    affectedComponentFromWire: (hostile) =>
      outcomeOf(affectedComponentFromWire(hostile.mutated(policyState))),
    affectedComponentsFromWire: (hostile) => {
      const values = [policyState, policyState, policyState].map(hostile.mutated);
      const { items, gaps } = affectedComponentsFromWire(values);
      const apart = values.map(affectedComponentFromWire);
      const names = new Set(items.map((item) => JSON.stringify(item)));
      const isLost = apart.some((mapped) => "item" in mapped && !names.has(JSON.stringify(mapped.item)));
      const lostGaps = apart.filter((mapped) => "rowError" in mapped).length - gaps.length;
      return isLost || lostGaps !== 0 ? "a component is lost" : malformed({ items, gaps });
    },
  },
  "Misconfigurations/misconfigurationFromRow.ts": {
    misconfigurationFromRow: rowMapper(misconfigurationFromRow(cluster, now), recommendation),
    misconfigurationDetailsFromRow: rowMapper(misconfigurationDetailsFromRow(cluster, now), {
      ...recommendation,
      properties: assessment,
    }),
  },
  "NodePools/nodePoolFromWire.ts": {
    nodePoolFromWire: (hostile) => outcomeOf(nodePoolFromWire(hostile.mutated(nodePool))),
    poolProfileFromWire: reader(poolProfileFromWire, {
      properties: { ...versions, latestNodeImageVersion: "AKSUbuntu-2204-202611.10.0" },
    }),
    clusterProfileFromWire: reader(clusterProfileFromWire, { properties: { controlPlaneProfile: versions } }),
  },
  "NodePools/poolMachinesFromWire.ts": {
    wholeOf: (hostile) => malformed(wholeOf(hostile.mutated(singleMachines))),
    poolMachinesFromWire: (hostile) => malformed(poolMachinesFromWire(hostile.row(singleMachines))),
  },
  "Policy/policyDefinitionFromWire.ts": {
    policyDefinitionFromWire: (hostile) => {
      const sent = hostile.mutated(policyDefinition);
      const read = policyDefinitionFromWire(sent);
      const parameters = isRecord(sent) && isRecord(sent.properties) ? sent.properties.parameters : undefined;
      const {
        effect: _effect,
        excludedNamespaces: _namespaces,
        ...others
      } = isRecord(parameters) ? parameters : {};
      // Values of parameters stay as they were sent, be they structures.
      const flat = read?.parameters.map(({ allowedValues, defaultValue, ...parameter }) => ({
        ...parameter,
        values: [...allowedValues, defaultValue].filter((value) => typeof value !== "object"),
      }));
      const isWhole = read === undefined || flat?.length === Object.keys(others).length;
      return isWhole ? malformed({ ...read, parameters: flat }) : "a parameter is lost";
    },
  },
  "Policy/initiativeFromWire.ts": {
    initiativeFromWire: (hostile) => {
      const sent = hostile.mutated(initiative);
      const read = initiativeFromWire(sent);
      const list =
        isRecord(sent) && isRecord(sent.properties) ? sent.properties.policyDefinitions : undefined;
      const members = read?.members.map(({ definitionId, referenceId }) => ({ definitionId, referenceId }));
      const isWhole = read === undefined || (Array.isArray(list) && list.length === members?.length);
      return isWhole ? malformed({ name: read?.displayName, members }) : "a definition is lost";
    },
    values: (hostile) => malformed(Object.keys(values(hostile.mutated({ a: { value: 1 } }), "value"))),
  },
  "Policy/policyAssignmentFromWire.ts": {
    anyAssignmentFromWire: (hostile) => {
      const sent = hostile.mutated(policyAssignment);
      const mapped = anyAssignmentFromWire(sent);
      if ("rowError" in mapped) {
        return outcomeOf(mapped);
      }
      // Both stay as they were sent until it is known what was assigned.
      const { parameters: _parameters, overrides: _overrides, raw, ...item } = mapped.item;
      return isKept(raw, sent, "metadata") ? outcomeOf({ item }) : "what would be compared is changed";
    },
    assignmentFor: (hostile) => {
      const mapped = anyAssignmentFromWire(hostile.mutated(policyAssignment));
      const definition = policyDefinitionFromWire(policyDefinition);
      const set = initiativeFromWire(hostile.mutated(initiative));
      const [member] = set?.members ?? [];
      if ("rowError" in mapped || !definition) {
        return definition ? undefined : "the definition could not be read";
      }
      const assignments = [
        assignmentFor(definition, mapped.item),
        ...(set && member ? [assignmentFor(definition, mapped.item, { initiative: set, member })] : []),
      ];
      return assignments.every(({ raw }) => raw === mapped.item.raw)
        ? malformed(assignments.map(({ raw: _, ...assignment }) => assignment))
        : "what would be compared is changed";
    },
  },
  "Ownership/assignmentFromWire.ts": {
    storedAssignmentFromWire: (hostile) => {
      const sent = hostile.row({ name: "key", properties: assignment });
      const read = storedAssignmentFromWire(sent);
      const isWhole = read === undefined || !isRecord(sent.properties) || read.properties === sent.properties;
      return isWhole && (read !== undefined) === (textOf(sent.name) !== undefined)
        ? undefined
        : "it is changed";
    },
    assignmentFromWire: (hostile) => malformed(assignmentFromWire(hostile.row(assignment))),
    withChange: (hostile) => {
      const before = hostile.row({ ...assignment, kept: { a: 1 } });
      const after = withChange(before, { isGracePeriod: false }, "High", now);
      const others = Object.keys(before).filter((name) => name !== "isGracePeriod");
      return others.every((name) => Object.is(after[name], before[name])) ? undefined : "a property is lost";
    },
  },
  "Ownership/underlyingFromRow.ts": {
    underlyingFromRow: rowMapper(underlyingFromRow, {
      ...recommendation,
      owner: "ada@contoso.com",
      isVulnerability: 1,
    }),
    currentFromRow: (hostile) =>
      malformed(currentFromRow(hostile.row({ owner: "ada@contoso.com", due: "2026-12-24" }))),
  },
  "Permissions/permissionFromWire.ts": {
    permissionFromWire: reader(permissionFromWire, { actions: ["*"], notActions: ["Microsoft.Security/*"] }),
  },
  "QuickFixes/workspaceFromRow.ts": {
    workspaceFromRow: rowMapper(workspaceFromRow, { id: workspace, name: "logs", location: "westeurope" }),
  },
  "Suppression/reachableFromRow.ts": {
    reachableFromRow: (hostile) => {
      const row = hostile.row({ id: "/alerts/1", properties: alertProperties });
      const mapped = reachableFromRow(cluster.id)(row);
      if ("rowError" in mapped) {
        return outcomeOf(mapped);
      }
      const { entities: raw, ...item } = mapped.item;
      return isAsSent(raw, row) ? outcomeOf({ item }) : "the entities are changed";
    },
  },
  "Suppression/suppressionFromWire.ts": {
    suppressionRuleFromWire: (hostile) => {
      const sent = hostile.mutated(suppressionRule);
      const read = suppressionRuleFromWire(sent);
      const isNamed = isRecord(sent) && textOf(sent.name) !== undefined;
      if (!isNamed && read !== undefined) {
        return "a rule is made up";
      }
      if (!read) {
        return undefined;
      }
      const { raw, ...rule } = read;
      const left = conditionsIn(sent) - rule.conditions.length;
      if (left !== 0) {
        return `${left} conditions are lost`;
      }
      return isKept(raw, sent, "lastModifiedUtc") ? malformed(rule) : "what would be compared is changed";
    },
    suppressionRuleToWire: (hostile) => {
      const read = suppressionRuleFromWire(hostile.mutated(suppressionRule));
      if (!read) {
        return undefined;
      }
      const properties: unknown = JSON.parse(JSON.stringify(suppressionRuleToWire(read)));
      const again = suppressionRuleFromWire({ name: read.name, properties });
      if (again?.conditions.length !== read.conditions.length) {
        return "a condition is lost on the way back";
      }
      const { raw: _, ...rule } = again;
      return malformed(rule);
    },
  },
  "Vulnerabilities/componentFromRow.ts": {
    componentFromRow: rowMapper(componentFromRow(cluster, now), {
      ...recommendation,
      id: component.id,
      placeOfResource: [JSON.stringify(place)],
      resourceName: ["cart"],
    }),
    identityOf: (hostile) => {
      const row = hostile.row({ placeOfResource: JSON.stringify(place), resourceType: "K8s-container" });
      return malformed(identityOf(cluster, textOf(hostile.mutated(component.id)) ?? "", row));
    },
  },
  "Vulnerabilities/componentDetailsFromRows.ts": {
    componentDetailsFromRows: (hostile) => {
      const rows = rowsOf(hostile, individual, grouped);
      const details = componentDetailsFromRows(cluster, component, rows);
      const alone = rows.map((row) => lostIn(row)).find((problem) => problem !== undefined);
      publishedAt += 1;
      return (
        alone ?? hiddenIn(hostile.row(published[publishedAt % published.length] ?? {})) ?? malformed(details)
      );
    },
  },
  "Vulnerabilities/placeFromRow.ts": {
    placeFromRow: (hostile) => {
      const row = hostile.row({ placeOfAssessment: [JSON.stringify(place)], resourceName: "cart" });
      return malformed(placeFromRow(textOf(hostile.mutated(component.id)) ?? "", row));
    },
    poolFromRow: (hostile) => {
      const pool = { managedAggregateResourceId: cluster.id, managedPoolName: "apps" };
      return malformed(poolFromRow(cluster.id, hostile.row({ pool: JSON.stringify(pool) })));
    },
  },
  "Vulnerabilities/packageFromWire.ts": {
    packageFacts: (hostile) => malformed(packageFacts(hostile.row(software))),
  },
  "Vulnerabilities/nodesFromWire.ts": {
    nodesFromWire: (hostile) =>
      malformed(nodesFromWire(hostile.row({ affectedNodes: ["/a/b"], fixedNodePoolVersion: "1" }))),
  },
  "Vulnerabilities/cvesFromWire.ts": {
    cvesOfAssessment: (hostile) => malformed(cvesOfAssessment(hostile.row(individual.properties))),
    cvesOfSubAssessment: (hostile) => {
      const { cves, unreadable } = cvesOfSubAssessment(hostile.row(grouped.properties));
      return cves.length + unreadable === 0 ? "a finding is lost" : malformed(cves);
    },
    identifiersIn: (hostile) =>
      identifiersIn(hostile.mutated("CVE-2025-900001, CVE-2025-900002")).length === 0
        ? "an identifier is lost"
        : undefined,
  },
  "Vulnerabilities/contentsFromRow.ts": {
    componentWithContents: rowMapper(componentWithContents(cluster, now), {
      ...recommendation,
      id: component.id,
      names: [JSON.stringify([1, [["CVE-2025-900001"]]])],
      packages: [JSON.stringify(["openssl"])],
      fixes: [JSON.stringify(["fixed"])],
      exploits: [JSON.stringify(["public"])],
    }),
  },
  "Vulnerabilities/vulnerabilityFromWire.ts": {
    vulnerabilityFromWire: (hostile) => {
      const row = hostile.row(cve);
      const context = {
        package: packageFacts(hostile.row(software)),
        fix: { version: "1", status: "NoFix" },
        nodes: undefined,
      };
      const read = vulnerabilityFromWire(row, context);
      const isNamed = identifierOf(row) !== undefined;
      return isNamed === (read !== undefined) ? malformed(read) : "a CVE is lost, or made up";
    },
  },
};

/** An item or a gap with a message, never both, never neither. */
function outcomeOf(mapped: MapResult<unknown>): string | undefined {
  const keys = Object.keys(mapped).join();
  if (keys !== "item" && keys !== "rowError") {
    return `the outcome is ${keys || "nothing"}`;
  }
  return "rowError" in mapped && mapped.rowError.message === "" ? "the gap says nothing" : malformed(mapped);
}

/** Domain objects hold texts, finite numbers, booleans, real dates and `undefined`; nothing raw of what was sent. */
function malformed(value: unknown, at = "it"): string | undefined {
  switch (typeof value) {
    case "undefined":
    case "string":
    case "boolean":
      return undefined;
    case "number":
      return Number.isFinite(value) ? undefined : `${at} is ${value}`;
    case "object":
      break;
    default:
      return `${at} is a ${typeof value}`;
  }
  if (value === null) {
    return `${at} is null`;
  }
  if (value instanceof Date) {
    return Number.isNaN(value.getTime()) ? `${at} is no date` : undefined;
  }
  const entries = Object.entries(value);
  return entries.map(([key, child]) => malformed(child, `${at}.${key}`)).find((text) => text !== undefined);
}

/** Properties stay as they were sent but for one, so that a change of what no one here knows is seen before a write. */
function isKept(raw: JsonRecord, sent: unknown, but: string): boolean {
  const properties = isRecord(sent) && isRecord(sent.properties) ? sent.properties : {};
  const without = (record: JsonRecord) => Object.entries(record).filter(([name]) => name !== but);
  return isDeepStrictEqual(without(raw), without(properties));
}

/** Entities stay as they were sent: suppression rules look at fields that no one here knows. What is no list is none. */
function isAsSent(raw: readonly unknown[], { properties }: JsonRecord): boolean {
  const sent = isRecord(properties) ? structureOf(properties.entities ?? properties.Entities) : undefined;
  return JSON.stringify(raw) === JSON.stringify(Array.isArray(sent) ? sent : []);
}

/** How many conditions a suppression rule has at least, as it was sent: what cannot be read is one too. */
function conditionsIn(rule: unknown): number {
  const properties = isRecord(rule) && isRecord(rule.properties) ? rule.properties : {};
  const { suppressionAlertsScope: scope } = properties;
  const allOf = isRecord(scope) ? scope.allOf : scope;
  if (allOf === undefined || allOf === null) {
    return 0;
  }
  return Array.isArray(allOf) ? allOf.length : 1;
}

function typedObjects(value: unknown): number {
  if (Array.isArray(value)) {
    return value.reduce<number>((sum, element) => sum + typedObjects(element), 0);
  }
  if (!isRecord(value)) {
    return 0;
  }
  const isTyped = typeof value.type === "string" || typeof value.Type === "string";
  return Object.values(value).reduce<number>((sum, child) => sum + typedObjects(child), isTyped ? 1 : 0);
}

/** Whether a row of the component, read alone, loses a CVE without a word. */
function lostIn(row: JsonRecord): string | undefined {
  if (textOf(row.resourceId)?.toLowerCase() !== component.id) {
    return undefined;
  }
  const { vulnerabilities, unreadable } = componentDetailsFromRows(cluster, component, [row]);
  const numbers = numbersIn(row);
  const [named, unnamed] = [
    new Set(numbers.filter((number) => number !== undefined)).size,
    numbers.filter((number) => number === undefined).length,
  ];
  return vulnerabilities.length === named && unreadable.length === unnamed
    ? hiddenIn(row)
    : `of ${named} numbers and ${unnamed} without: ${vulnerabilities.length} read, ${unreadable.length} named`;
}

/** The CVE numbers that a row should yield; `undefined` for each part that has none or cannot be read. */
function numbersIn({ type, properties }: JsonRecord): readonly (string | undefined)[] {
  const fields = isRecord(properties) ? properties : {};
  const structure = structureOf(fields.additionalData ?? fields.AdditionalData);
  const data = isRecord(structure) ? structure : {};
  const elements = [
    ...elementsOf(data.cvesDetails ?? data.CvesDetails),
    ...elementsOf(data.vulnerabilityDetails ?? data.VulnerabilityDetails),
  ];
  if (/\/subassessments$/i.test(textOf(type) ?? "") && elements.length < 2) {
    return [identifierOf(elements[0]) ?? identifierOf({ cveId: fields.id ?? fields.Id })];
  }
  // A failing row has CVEs, whether they can be read or not.
  return elements.length === 0 ? [undefined] : elements.map(identifierOf);
}

function elementsOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null || value === "") {
    return [];
  }
  const structure = structureOf(value);
  return Array.isArray(structure) ? structure : [structure ?? value];
}

/** The CVE that an element names, or is; `undefined` for a text of any other form. */
function identifierOf(element: unknown): string | undefined {
  const structure = structureOf(element);
  const value = isRecord(structure) ? (structure.cveId ?? structure.CveId) : element;
  const inside = typeof value === "string" ? (structureOf(value) ?? value) : value;
  const list: readonly unknown[] = Array.isArray(inside) ? inside : [inside];
  const [text, ...others] = list.length === 1 ? list : list.filter(textOf);
  const number =
    others.length === 0 && !Array.isArray(structure) ? textOf(text)?.trim().toUpperCase() : undefined;
  return number !== undefined && /^CVE-\d{4}-\d{4,}$/.test(number) ? number : undefined;
}

/** All published forms of rows about components, and which of them comes next. */
const published: readonly JsonRecord[] = componentFixtures.flatMap(({ rows }) =>
  rows.map((row) => ({ ...row, resourceId: component.id })),
);
let publishedAt = 0;

/**
 * Whether a failing row, read alone, would look as if it had no CVE, or shows as one what has not the form of an identifier or
 * is not in the row at all.
 */
function hiddenIn(row: JsonRecord): string | undefined {
  if (textOf(row.resourceId)?.toLowerCase() !== component.id) {
    return undefined;
  }
  const { vulnerabilities, unreadable } = componentDetailsFromRows(cluster, component, [row]);
  if (vulnerabilities.length + unreadable.length === 0) {
    return "a failing row has no CVE, and nothing says that it could not be read";
  }
  const text = JSON.stringify(row).toUpperCase();
  const invented = vulnerabilities.find(
    ({ cveId }) =>
      !/^(?:CVE-\d{4}-\d{4,}|GHSA(?:-[a-z0-9]{4}){3})$/.test(cveId) || !text.includes(cveId.toUpperCase()),
  );
  return invented && `${invented.cveId} is shown as a CVE`;
}

const client = path.resolve(__dirname, "../../Client");

/** What the mapper files of the client export, by file. */
function mapperFiles(): Readonly<Record<string, readonly string[]>> {
  const files = readdirSync(client, { recursive: true, encoding: "utf8" })
    .map((file) => file.split(path.sep).join("/"))
    .filter((file) => /From(?:Row|Rows|Wire)\.ts$/.test(file));
  return Object.fromEntries(
    files.map((file) => {
      // eslint-disable-next-line @typescript-eslint/no-require-imports -- found by their names, all at once
      const exported = require(path.join(client, file)) as Readonly<Record<string, unknown>>;
      return [file, Object.keys(exported).filter((name) => typeof exported[name] === "function")];
    }),
  );
}

test("every mapper of the client is attacked", () => {
  const attacked = Object.entries(attacks).map(([file, functions]) => [file, Object.keys(functions).sort()]);
  const existing = Object.entries(mapperFiles()).map(([file, names]) => [file, [...names].sort()]);
  expect(Object.fromEntries(existing)).toEqual(Object.fromEntries(attacked));
});

const rounds = 1_000;

describe.each(Object.entries(attacks))("%s", (_file, functions) => {
  test.each(Object.entries(functions))("%s never throws and never loses anything", (name, attack) => {
    const problems = Array.from({ length: rounds }, (_, round) => {
      const problem = outcomeOfRound(attack, round);
      return problem === undefined ? [] : [`${name}, round ${round}: ${problem}`];
    }).flat();
    expect(problems.slice(0, 5)).toEqual([]);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});

function outcomeOfRound(attack: Attack, round: number): string | undefined {
  try {
    return attack(createHostile(createRandom(round)));
  } catch (error) {
    return String(error);
  }
}
