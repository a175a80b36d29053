import { TermLinks, Terms as Text } from "./Terms.resjson";

interface Term {
  /** After "About". */
  readonly name: string;
  /** One sentence. */
  readonly text: string;
  readonly link: string;
}

/** All terms that have a callout. */
export const terms = {
  agentless: { name: Text.agentlessName, text: Text.agentless, link: TermLinks.agentless },
  alertSeverity: { name: Text.alertSeverityName, text: Text.alertSeverity, link: TermLinks.alertSeverity },
  attackPath: { name: Text.attackPathName, text: Text.attackPath, link: TermLinks.attackPath },
  azurePolicy: { name: Text.azurePolicyName, text: Text.azurePolicy, link: TermLinks.azurePolicy },
  cspm: { name: Text.cspmName, text: Text.cspm, link: TermLinks.cspm },
  cvss: { name: Text.cvssName, text: Text.cvss, link: TermLinks.cvss },
  drift: { name: Text.driftName, text: Text.drift, link: TermLinks.drift },
  exemption: { name: Text.exemptionName, text: Text.exemption, link: TermLinks.exemption },
  gating: { name: Text.gatingName, text: Text.gating, link: TermLinks.gating },
  gracePeriod: { name: Text.gracePeriodName, text: Text.gracePeriod, link: TermLinks.gracePeriod },
  imageDigest: { name: Text.imageDigestName, text: Text.imageDigest, link: TermLinks.imageDigest },
  kubernetesApi: { name: Text.kubernetesApiName, text: Text.kubernetesApi, link: TermLinks.kubernetesApi },
  mcsb: { name: Text.mcsbName, text: Text.mcsb, link: TermLinks.mcsb },
  mitre: { name: Text.mitreName, text: Text.mitre, link: TermLinks.mitre },
  nodeImage: { name: Text.nodeImageName, text: Text.nodeImage, link: TermLinks.nodeImage },
  registryAccess: {
    name: Text.registryAccessName,
    text: Text.registryAccess,
    link: TermLinks.registryAccess,
  },
  riskLevel: { name: Text.riskLevelName, text: Text.riskLevel, link: TermLinks.riskLevel },
  secureScore: { name: Text.secureScoreName, text: Text.secureScore, link: TermLinks.secureScore },
  sensor: { name: Text.sensorName, text: Text.sensor, link: TermLinks.sensor },
  severity: { name: Text.severityName, text: Text.severity, link: TermLinks.severity },
} as const satisfies Readonly<Record<string, Term>>;

export type TermName = keyof typeof terms;
