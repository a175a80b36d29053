import { isRecord, textOf, type JsonRecord } from "../Core/json";
import { clusterPlan, clusterRights, unwritable } from "./clusterFix";
import { ipRangeOf, type IpRange } from "./ipRange";
import { valueAt, withValue } from "./mergeJson";
import {
  refused,
  type FixInputs,
  type FixNote,
  type FixPlan,
  type FixWarningCode,
  type IpRangesInput,
  type LiveCluster,
  type QuickFix,
} from "./quickFix";
import { quickFixKeys } from "./quickFixKeys";

const access = ["properties", "apiServerAccessProfile"];
const authorized = [...access, "authorizedIPRanges"];
const privateCluster = [...access, "enablePrivateCluster"];
const network = ["properties", "networkProfile"];

/** As documented for AKS without API Server VNet Integration (learn.microsoft.com, 2026-08). */
const mostIpRanges = 200;
/** What AKS reads as "only the cluster's own outbound address" (same page). */
const onlyItself = "0.0.0.0/32";
const widePrefix = 8;

/** Restricts who reaches the API server by address (policy 0e246bcf-5f6f-4f87-bc6f-775d4712c7ea). */
export const authorizedIpRangesFix: QuickFix<FixInputs["authorizedIpRanges"]> = {
  recommendation: quickFixKeys.authorizedIpRanges,
  reads: [],
  rights: clusterRights,
  isFixed: (live) => hasRanges(live) || isPrivate(live),
  plan(live, input) {
    const { ranges, invalid } = readRanges(input.ranges);
    return (
      unsuitable(live) ??
      unusable(ranges, invalid) ??
      clusterPlan(
        live,
        withValue(
          live.body,
          authorized,
          ranges.map(({ text }) => text),
        ),
        warningsOf(live, ranges, input),
      )
    );
  },
};

function hasRanges({ body }: LiveCluster): boolean {
  const ranges = valueAt(body, authorized);
  return Array.isArray(ranges) && ranges.length > 0;
}

function isPrivate({ body }: LiveCluster): boolean {
  return valueAt(body, privateCluster) === true;
}

/** Every range once, in the order of the input. */
function readRanges(texts: readonly string[]) {
  const read = texts.map((text) => ({ text, range: ipRangeOf(text) }));
  const ranges = new Map(read.flatMap(({ range }) => (range ? [[range.text, range]] : [])));
  return {
    ranges: [...ranges.values()],
    invalid: read.filter(({ range }) => !range).map(({ text }) => text),
  };
}

/** Why this cluster cannot have ranges. */
function unsuitable(live: LiveCluster): FixPlan | undefined {
  if (isPrivate(live)) {
    return refused("privateCluster");
  }
  if (hasRanges(live)) {
    return refused("alreadyFixed");
  }
  const refusal = unwritable(live);
  if (refusal) {
    return refusal;
  }
  if (textOf(valueAt(live.body, [...network, "loadBalancerSku"]))?.toLowerCase() === "basic") {
    return refused("basicLoadBalancer");
  }
  const pools = publicPools(live).filter((pool) => textOf(pool.nodePublicIPPrefixID) === undefined);
  return pools.length > 0 ? refused("nodePublicIps", ...pools.map(nameOf)) : undefined;
}

/** Why these ranges cannot be sent. */
function unusable(ranges: readonly IpRange[], invalid: readonly string[]): FixPlan | undefined {
  if (invalid.length > 0) {
    return refused("invalidRanges", ...invalid);
  }
  if (ranges.length === 0) {
    return refused("noRanges");
  }
  return ranges.length > mostIpRanges ? refused("tooManyRanges", String(mostIpRanges)) : undefined;
}

function warningsOf(
  live: LiveCluster,
  ranges: readonly IpRange[],
  { callerIp }: IpRangesInput,
): readonly FixNote<FixWarningCode>[] {
  const warn = (code: FixWarningCode, details: readonly (string | undefined)[] | undefined) =>
    details && details.length > 0 ? [{ code, details: details.filter((text) => text !== undefined) }] : [];
  const note = (code: FixWarningCode, isGiven: boolean) => (isGiven ? [{ code, details: [] }] : []);
  const textsOf = (matches: (range: IpRange) => boolean) => ranges.filter(matches).map(({ text }) => text);
  const isAllowed = callerIp !== undefined && ranges.some((range) => range.contains(callerIp));
  const outbound = textOf(valueAt(live.body, [...network, "outboundType"]));
  const addsEgress = outbound === undefined || outbound.toLowerCase() === "loadbalancer";
  return [
    ...note(
      "onlyOwnEgress",
      ranges.every(({ text }) => text === onlyItself),
    ),
    ...warn("callerLockedOut", callerIp === undefined || isAllowed ? undefined : [callerIp]),
    ...note("callerUnknown", callerIp === undefined),
    ...warn("egressNotAdded", addsEgress ? undefined : [outbound]),
    ...warn("nodePrefixes", publicPools(live).map(nameOf)),
    ...warn(
      "wideRanges",
      textsOf(({ prefix }) => prefix <= widePrefix),
    ),
    ...warn(
      "privateRanges",
      textsOf((range) => range.isPrivate),
    ),
  ];
}

/** Node pools whose nodes have addresses of their own. */
function publicPools({ body }: LiveCluster): readonly JsonRecord[] {
  const pools = valueAt(body, ["properties", "agentPoolProfiles"]);
  const list: readonly unknown[] = Array.isArray(pools) ? pools : [];
  return list.filter(isRecord).filter(({ enableNodePublicIP }) => enableNodePublicIP === true);
}

function nameOf({ name }: JsonRecord): string {
  return textOf(name) ?? "?";
}
