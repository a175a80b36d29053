import type { Evidence, Verdict } from "./capability";
import type { ClusterParts } from "./coverageService";
import { extensionNamed, extensionTexts, type PlanSettings } from "./planSettings";

/** Since which minor version Kubernetes has what these take: 1.30 is the first with the admission policies that enforcement is made of. */
const enforcementSince = 30;
/** learn.microsoft.com, enablement-guide-runtime-gated. */
const gatingSince = 31;

/**
 * Which rules there are, and whether they audit or deny, has no public API. It needs security findings (the same page); the registry access
 * that it needs too may be that of Defender CSPM.
 */
export function gating({ isGated, version }: ClusterParts, plan: PlanSettings | undefined): Verdict {
  const named = (name: string) => plan && extensionNamed(plan, name);
  const inPlan = extensionTexts(named("ContainerSensor")).get("SecurityGatingEnabled");
  const evidence: readonly Evidence[] = [
    ...(inPlan === undefined ? [] : [{ name: "gatingInPlan" as const, value: inPlan }]),
    ...(isGated === undefined ? [] : [{ name: "gatingInCluster" as const, value: String(isGated) }]),
  ];
  if (inPlan?.toLowerCase() === "false") {
    return { reason: "gatingOff", evidence };
  }
  if (isGated === false) {
    return { reason: "gatingOffOnCluster", evidence };
  }
  if (version !== undefined && isBefore(version, gatingSince)) {
    return {
      reason: "gatingOldKubernetes",
      evidence: [...evidence, { name: "clusterVersion", value: version }],
    };
  }
  const lacks = named("ContainerIntegrityContribution")?.isEnabled === false;
  return { reason: lacks ? "gatingNeedsFindings" : "gatingHidden", evidence };
}

/** The rules, and whether they audit or deny, have no public API either. */
export function enforcement({ version }: ClusterParts): Verdict {
  const isOld = version === undefined ? undefined : isBefore(version, enforcementSince);
  if (version === undefined || isOld === undefined) {
    return { reason: "versionNotReported" };
  }
  return {
    reason: isOld ? "oldKubernetes" : "enforcementHidden",
    evidence: [{ name: "clusterVersion", value: version }],
  };
}

/** Whether a version of Kubernetes is older than `1.{minor}`; `undefined`: it is none. */
function isBefore(version: string, minor: number): boolean | undefined {
  const [, major, ofVersion] = /^v?(\d+)\.(\d+)/.exec(version) ?? [];
  return major === undefined ? undefined : major === "1" && Number(ofVersion) < minor;
}
