import { planExtensionNames } from "./planConfigurations";
import { extensionNamed, type PlanSettings } from "./planSettings";

/** Changes of the cluster itself that belong to its protection. */
const clusterFixes = ["policyAddOn", "defenderProfile"] as const;

export type ClusterFix = (typeof clusterFixes)[number];

/** The draft of the settings pane: how Defender for Containers is to be configured at a scope. */
export interface PlanDraft {
  readonly isOn: boolean;
  /** Those that the service lists, in its order, then those that the plan is known to have. */
  readonly extensions: readonly ExtensionDraft[];
  readonly fixes: readonly ClusterFix[];
}

export interface ExtensionDraft {
  readonly name: string;
  /** `undefined`: the service doesn't report it, and nothing was chosen. It isn't part of what is saved. */
  readonly isEnabled: boolean | undefined;
  /** Only additional properties that are to be set, by name; every other one stays as it is. */
  readonly properties: Readonly<Record<string, string>>;
}

/** The draft to begin with: everything as it is. In a plan that is off, every known configuration is ready to go on with it. */
export function wantedOf(settings: PlanSettings): PlanDraft {
  const listed = settings.extensions.map(({ name }) => name);
  const names = [...new Set([...listed, ...planExtensionNames])];
  const extensions = names.map((name) => ({
    name,
    isEnabled: isReady(settings, name),
    properties: {},
  }));
  return { isOn: settings.isOn, extensions, fixes: [] };
}

function isReady(settings: PlanSettings, name: string): boolean | undefined {
  const isDefault = !settings.isOn && planExtensionNames.includes(name);
  return isDefault || extensionNamed(settings, name)?.isEnabled;
}

export function withPlan(wanted: PlanDraft, isOn: boolean): PlanDraft {
  return { ...wanted, isOn };
}

/** A name that the draft does not have changes nothing. */
export function withExtension(wanted: PlanDraft, name: string, isEnabled: boolean): PlanDraft {
  return changing(wanted, name, (extension) => ({ ...extension, isEnabled }));
}

/** Sets an additional property of an extension; a name that the draft does not have changes nothing. */
export function withProperty(wanted: PlanDraft, name: string, property: string, value: string): PlanDraft {
  return changing(wanted, name, (extension) => ({
    ...extension,
    properties: { ...extension.properties, [property]: value },
  }));
}

export function withFix(wanted: PlanDraft, fix: ClusterFix, isWanted: boolean): PlanDraft {
  const fixes = clusterFixes.filter((one) => (one === fix ? isWanted : wanted.fixes.includes(one)));
  return { ...wanted, fixes };
}

function changing(
  wanted: PlanDraft,
  name: string,
  change: (extension: ExtensionDraft) => ExtensionDraft,
): PlanDraft {
  const extensions = wanted.extensions.map((one) => (one.name === name ? change(one) : one));
  return { ...wanted, extensions };
}
