import { format } from "../../../Client/Core/format";
import type { IpRangeProblem } from "../../../Client/QuickFixes/ipRange";
import type { FixNote, FixRefusalCode, FixWarningCode } from "../../../Client/QuickFixes/quickFix";
import { QuickFixTexts as Text } from "./QuickFix.resjson";

export const rangeProblemLabels: Readonly<Record<Exclude<IpRangeProblem, "empty">, string>> = {
  ipv6: Text.rangeIpv6,
  address: Text.rangeAddress,
  prefix: Text.rangePrefix,
};

const refusalLabels: Readonly<Record<FixRefusalCode, string>> = {
  alreadyFixed: Text.refusalAlreadyFixed,
  unreadableCluster: Text.refusalUnreadable,
  clusterStopped: Text.refusalStopped,
  clusterDeleting: Text.refusalDeleting,
  notAWorkspace: Text.refusalNotAWorkspace,
  noDefaultWorkspace: Text.refusalNoDefault,
  privateCluster: Text.refusalPrivate,
  basicLoadBalancer: Text.refusalBasic,
  nodePublicIps: Text.refusalNodeIps,
  noRanges: Text.refusalNoRanges,
  invalidRanges: Text.refusalInvalidRanges,
  tooManyRanges: Text.refusalTooManyRanges,
  noCategories: Text.refusalNoCategories,
  unknownCategories: Text.refusalUnknownCategories,
  tooManySettings: Text.refusalTooManySettings,
  logGroupInUse: Text.refusalLogGroup,
  logSentTwice: Text.refusalLogTwice,
  stillUnhealthy: Text.refusalStillUnhealthy,
};

const warningLabels: Readonly<Record<FixWarningCode, string>> = {
  clusterBusy: Text.warningBusy,
  clusterFailed: Text.warningFailed,
  noLogsWhileStopped: Text.warningNoLogs,
  otherRegion: Text.warningOtherRegion,
  unlistedWorkspace: Text.warningUnlisted,
  replacesWorkspace: Text.warningReplaces,
  callerLockedOut: Text.warningLockedOut,
  callerUnknown: Text.warningCallerUnknown,
  onlyOwnEgress: Text.warningOwnEgress,
  egressNotAdded: Text.warningEgress,
  privateRanges: Text.warningPrivateRanges,
  wideRanges: Text.warningWide,
  nodePrefixes: Text.warningPrefixes,
  auditLogTwice: Text.warningTwice,
  auditLogVolume: Text.warningVolume,
};

/** Warnings about people or nodes that may lose access: they are asked about before anything is sent. */
const lockingOut: ReadonlySet<FixWarningCode> = new Set<FixWarningCode>([
  "callerLockedOut",
  "callerUnknown",
  "onlyOwnEgress",
  "egressNotAdded",
  "nodePrefixes",
]);

export function refusalText({ code, details }: FixNote<FixRefusalCode>): string {
  return format(refusalLabels[code], details.join(", "));
}

export function warningText({ code, details }: FixNote<FixWarningCode>): string {
  return code === "otherRegion"
    ? format(warningLabels[code], ...details)
    : format(warningLabels[code], details.join(", "));
}

export function locksOut({ code }: FixNote<FixWarningCode>): boolean {
  return lockingOut.has(code);
}
