import { policyAddOnName, type ClusterProfile } from "../Core/defenderPlan";
import {
  extensionNamed,
  extensionTexts,
  type PlanExtension,
  type PlanOperation,
  type PlanSettings,
} from "./planSettings";

/** Lists of the dashboard, wholly or partly blind without a configuration. */
type BlindList = "alerts" | "vulnerabilities" | "misconfigurations" | "compliance";

/** A configuration that is known by name. `PlanExtension` has those of the plan; the add-on is the cluster's. */
interface KnownConfiguration {
  readonly name: string;
  readonly blind: readonly BlindList[];
  readonly properties: Readonly<Record<string, PropertyKind>>;
}

/** How the text of an additional property is meant: "True" or "False", a JSON list of tags, or unknown. */
type PropertyKind = "switch" | "tags" | "unknown";

/** In the order of the settings pane; extension and property names of `Microsoft.Security/pricings` 2024-01-01. */
const known: readonly KnownConfiguration[] = [
  {
    name: "ContainerSensor",
    blind: ["alerts"],
    properties: { SecurityGatingEnabled: "switch", AntiMalwareEnabled: "switch" },
  },
  { name: "AgentlessDiscoveryForKubernetes", blind: ["misconfigurations", "compliance"], properties: {} },
  { name: "ContainerRegistriesVulnerabilityAssessments", blind: ["vulnerabilities"], properties: {} },
  { name: policyAddOnName, blind: ["misconfigurations", "compliance"], properties: {} },
  {
    name: "AgentlessVmScanning",
    blind: ["vulnerabilities", "alerts"],
    properties: { ExclusionTags: "tags" },
  },
  { name: "ContainerIntegrityContribution", blind: [], properties: {} },
];

/** All extensions of the plan, listed by a scope or not: a save names each of them. */
export const planExtensionNames: readonly string[] = known
  .map(({ name }) => name)
  .filter((name) => name !== policyAddOnName);

export interface Configuration {
  readonly name: string;
  /** False for an extension that this product doesn't know: it is shown and kept. */
  readonly isKnown: boolean;
  /** Whether it is an extension of the plan or the cluster's own add-on. */
  readonly where: "plan" | "cluster";
  /** Whether it is in effect; `undefined` when that could not be read, or the service doesn't report it. */
  readonly isOn: boolean | undefined;
  /** What decided that. `planOff`: nothing is in effect without the plan; `notListed`: the service does not name it. */
  readonly from: "subscription" | "cluster" | "planOff" | "notListed";
  /** Its last operation; `undefined` when the service says nothing of one. */
  readonly operation: PlanOperation | undefined;
  readonly properties: readonly ConfigurationProperty[];
  /** Whether the plan has it and the cluster itself does not: then it is in effect and sees nothing. */
  readonly isMissingOnCluster: boolean;
  readonly blind: readonly BlindList[];
}

export interface ConfigurationProperty {
  readonly name: string;
  readonly kind: PropertyKind;
  /** `undefined`: not set, the service decides. JSON for what is no text. */
  readonly value: string | undefined;
}

/**
 * All configurations with their effective values: the known ones in the order of the pane, then what else the service lists.
 * `profile` is `undefined` when the cluster could not be read.
 */
export function configurationsOf(
  settings: PlanSettings,
  profile: ClusterProfile | undefined,
): readonly Configuration[] {
  const names = known.map(({ name }) => name);
  const unknown = settings.extensions.filter(({ name }) => !names.includes(name));
  return [
    ...known.map((configuration) =>
      configuration.name === policyAddOnName
        ? addOn(configuration, profile)
        : planConfiguration(settings, configuration, profile),
    ),
    ...unknown.map(({ name }) => planConfiguration(settings, { name, blind: [], properties: {} }, profile)),
  ];
}

function addOn({ name, blind }: KnownConfiguration, profile: ClusterProfile | undefined): Configuration {
  return {
    name,
    isKnown: true,
    where: "cluster",
    isOn: profile?.hasPolicyAddOn,
    from: "cluster",
    operation: undefined,
    properties: [],
    isMissingOnCluster: false,
    blind,
  };
}

function planConfiguration(
  settings: PlanSettings,
  { name, blind, properties }: KnownConfiguration,
  profile: ClusterProfile | undefined,
): Configuration {
  const extension = extensionNamed(settings, name);
  const isOn = settings.isOn ? extension?.isEnabled : false;
  return {
    name,
    isKnown: planExtensionNames.includes(name),
    where: "plan",
    isOn,
    from: sourceOf(settings, extension),
    operation: extension?.operation,
    properties: propertiesOf(extension, properties),
    isMissingOnCluster: isOn === true && name === "ContainerSensor" && profile?.hasSensor === false,
    blind,
  };
}

function sourceOf(settings: PlanSettings, extension: PlanExtension | undefined): Configuration["from"] {
  if (!settings.isOn) {
    return "planOff";
  }
  if (!extension) {
    return "notListed";
  }
  return settings.isInherited ? "subscription" : settings.scope;
}

/** The known properties, then what else the service sent. */
function propertiesOf(
  extension: PlanExtension | undefined,
  kinds: KnownConfiguration["properties"],
): readonly ConfigurationProperty[] {
  const texts = extensionTexts(extension);
  const knownKinds = new Map(Object.entries(kinds));
  const names = [...new Set([...knownKinds.keys(), ...texts.keys()])];
  return names.map((name) => ({ name, kind: knownKinds.get(name) ?? "unknown", value: texts.get(name) }));
}
