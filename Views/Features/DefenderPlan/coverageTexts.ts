import type { Capability, CapabilityName, Evidence, Reason } from "../../../Client/DefenderPlan/capability";
import { reasonStates } from "../../../Client/DefenderPlan/capability";
import { format } from "../../../Client/Core/format";
import { isRecord } from "../../../Client/Core/json";
import type { ShownFact } from "../../Kit/Controls/FactList";
import { formatMoment } from "../../Kit/Controls/formatDate";
import { formatNumber, pluralize } from "../../Kit/Controls/formatNumber";
import { Coverage as Text } from "./Coverage.resjson";

interface CapabilityGroup {
  readonly title: string;
  readonly names: readonly CapabilityName[];
}

/** All capabilities, in the order shown. */
export const capabilityGroups: readonly CapabilityGroup[] = [
  { title: Text.groupRuntime, names: ["sensor", "sensorHealth", "publisher"] },
  { title: Text.groupAdmission, names: ["gating", "enforcement", "policyAddOn"] },
  { title: Text.groupAgentless, names: ["kubernetesApi", "registryAccess", "agentlessScanning"] },
  { title: Text.groupFindings, names: ["alerts", "vulnerabilities", "misconfigurations", "compliance"] },
];

export function capabilityLabel(name: CapabilityName): string {
  return Text[`${name}Name`];
}

/** Why it is so, in a sentence. */
export function reasonText({ reason, failure }: Capability): string {
  const action = failure?.missingAction;
  const why = action === undefined ? failure?.message : format(Text.missingRight, action);
  return format(Text[reason], why ?? "");
}

const changedInSettings: readonly Reason[] = [
  "planOff",
  "extensionOff",
  "operationFailed",
  "gatingOff",
  "gatingNeedsFindings",
  "sensorOff",
  "policyAddOnOff",
];

/** Whether the settings of the plan can fix it. */
export function isFixedInSettings(reason: Reason): boolean {
  return changedInSettings.includes(reason);
}

export function stateOf({ reason }: Pick<Capability, "reason">) {
  return reasonStates[reason];
}

/** What was seen, as facts: numbers and dates in the portal's format, texts as the service has them. */
export function evidenceFact({ name, value }: Evidence): ShownFact {
  const label = Text[`${name}Evidence`];
  if (name === "pagesMissing") {
    return { name: label, value: Text.pagesMissingValue, isFormatted: true };
  }
  if (typeof value === "string" && (name === "gatingInPlan" || name === "gatingInCluster")) {
    const isOn = value.toLowerCase() === "true";
    return { name: label, value: isOn ? Text.on : Text.off, isFormatted: true };
  }
  if (typeof value === "string") {
    return { name: label, value: name === "workspace" ? (value.split("/").at(-1) ?? value) : value };
  }
  return { name: label, value: formattedValue(value), isFormatted: true };
}

function formattedValue(value: Exclude<Evidence["value"], string>): string {
  if (typeof value === "number") {
    return formatNumber(value);
  }
  return value instanceof Date ? formatMoment(value) : poolsText(value);
}

function poolsText(pools: Extract<Evidence["value"], readonly unknown[]>): string {
  const shown = pools
    .filter(isRecord)
    .map(({ name, nodes }) => format(Text.poolNodes, name, nodesText(nodes)));
  return shown.length === 0 ? Text.noPools : new Intl.ListFormat("en-US").format(shown);
}

function nodesText(nodes: number | undefined): string {
  return nodes === undefined ? Text.poolNodesUnknown : pluralize(nodes, Text.nodesOne, Text.nodesMany);
}
