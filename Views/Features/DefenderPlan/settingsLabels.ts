import { policyAddOnName } from "../../../Client/Core/defenderPlan";
import { format } from "../../../Client/Core/format";
import type { PlanChange, PlanReview, PlanStep } from "../../../Client/DefenderPlan/planChanges";
import type { Configuration } from "../../../Client/DefenderPlan/planConfigurations";
import type { PlanConflict, PartResult } from "../../../Client/DefenderPlan/planResults";
import type { PlanCoverage } from "../../../Client/DefenderPlan/planSettings";
import type { ClusterFix } from "../../../Client/DefenderPlan/planDraft";
import { labelOf } from "../../Kit/Protection/configurationNames";
import { pluralize } from "../../Kit/Controls/formatNumber";
import { Settings as Text } from "./Settings.resjson";

interface ConfigurationLabels {
  readonly gives: string;
  /** What goes blind without it. */
  readonly blind: string;
}

const words: ReadonlyMap<string, ConfigurationLabels> = new Map(
  Object.entries({
    ContainerSensor: { gives: Text.sensorGives, blind: Text.sensorBlind },
    AgentlessDiscoveryForKubernetes: { gives: Text.apiGives, blind: Text.apiBlind },
    ContainerRegistriesVulnerabilityAssessments: { gives: Text.registryGives, blind: Text.registryBlind },
    [policyAddOnName]: { gives: Text.policyGives, blind: Text.policyBlind },
    AgentlessVmScanning: { gives: Text.machinesGives, blind: Text.machinesBlind },
    ContainerIntegrityContribution: { gives: Text.findingsGives, blind: Text.findingsBlind },
  }),
);

/** `undefined` for an unknown configuration. */
export function configurationLabels(name: string): ConfigurationLabels | undefined {
  return words.get(name);
}

const propertyLabels: ReadonlyMap<string, string> = new Map(
  Object.entries({
    SecurityGatingEnabled: Text.gateLabel,
    AntiMalwareEnabled: Text.malwareLabel,
    ExclusionTags: Text.tagsLabel,
  }),
);

/** The label of an additional property; its own name if there is no label for it. */
export function propertyLabel(name: string): string {
  return propertyLabels.get(name) ?? name;
}

/** Where the effective value of a configuration comes from, as a sentence. */
export function sourceText({ where, from }: Configuration): string {
  if (where === "cluster") {
    return Text.fromAddOn;
  }
  const texts: Readonly<Record<Configuration["from"], string>> = {
    subscription: Text.fromAbove,
    cluster: Text.fromHere,
    planOff: Text.fromPlanOff,
    notListed: Text.fromNotListed,
  };
  return texts[from];
}

export function coverageText({ clusters, registries }: PlanCoverage): string {
  return format(
    Text.coverage,
    pluralize(clusters, Text.clusterOne, Text.clusterMany),
    pluralize(registries, Text.registryOne, Text.registryMany),
  );
}

/** What changes, what it was and what it will be. */
export function changeRow(change: PlanChange): readonly [string, string, string] {
  switch (change.kind) {
    case "plan":
      return [Text.planTitle, onOff(change.before), onOff(change.after)];
    case "configuration":
      return [labelOf(change.name), reported(change.before), reported(change.after)];
    case "property":
      return [propertyLabel(change.property), valueText(change.before), valueText(change.after)];
    case "cluster":
      return [fixTitles[change.fix], onOff(false), onOff(true)];
    case "origin":
      return [Text.from, originText(change.before), originText(change.after)];
    case "other":
      return [change.path, valueText(change.before), valueText(change.after)];
  }
}

function originText(isInherited: boolean): string {
  return isInherited ? Text.fromInherited : Text.fromCluster;
}

/** What goes blind by these changes, one sentence for each configuration that they turn off. */
export function blindTexts(changes: readonly PlanChange[]): readonly string[] {
  return changes.flatMap((change) => {
    const labels =
      change.kind === "configuration" && change.after === false && configurationLabels(change.name);
    return labels ? [format(Text.blindPart, labelOf(change.name), labels.blind)] : [];
  });
}

function reported(isOn: boolean | undefined): string {
  return isOn === undefined ? Text.notReported : onOff(isOn);
}

function onOff(isOn: boolean | undefined): string {
  return isOn === undefined ? Text.unknownValue : isOn ? Text.planOn : Text.planOff;
}

/** The value of an additional property; "True" and "False" as what they mean. */
export function valueText(value: string | undefined): string {
  switch (value?.toLowerCase()) {
    case undefined:
      return Text.propertyUnset;
    case "true":
      return Text.configOn;
    case "false":
      return Text.configOff;
    default:
      return value ?? "";
  }
}

const fixTitles: Readonly<Record<ClusterFix, string>> = {
  policyAddOn: Text.stepAddOn,
  defenderProfile: Text.stepSensor,
};

export function stepTitle(step: PlanStep): string {
  switch (step.kind) {
    case "save":
      return Text.stepSave;
    case "remove":
      return Text.stepRemove;
    case "cluster":
      return fixTitles[step.fix];
  }
}

export const costTexts: Readonly<Record<PlanReview["cost"], string>> = {
  starts: Text.costStarts,
  ends: Text.costEnds,
  mayChange: Text.costMayChange,
  same: Text.costSame,
  unknown: Text.costUnknown,
};

/** What a refused change is about, and what can be done; `other` has only the service's words. */
export const conflictTexts: Readonly<Record<PlanConflict, string | undefined>> = {
  busy: Text.busy,
  enforced: Text.enforcedConflict,
  locked: Text.locked,
  stale: Text.stale,
  other: undefined,
};

/** A part of a save that did not end as asked; `undefined` when it did. */
export function partText(part: string, result: PartResult): string | undefined {
  switch (result.result) {
    case "done":
      return undefined;
    case "failed":
      return format(Text.partFailed, part, result.message);
    case "ignored":
      return format(Text.partIgnored, part);
  }
}
