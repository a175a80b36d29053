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
  attackPath: { name: Text.attackPathName, text: Text.attackPath, link: TermLinks.attackPath },
  azurePolicy: { name: Text.azurePolicyName, text: Text.azurePolicy, link: TermLinks.azurePolicy },
  cspm: { name: Text.cspmName, text: Text.cspm, link: TermLinks.cspm },
  drift: { name: Text.driftName, text: Text.drift, link: TermLinks.drift },
  exemption: { name: Text.exemptionName, text: Text.exemption, link: TermLinks.exemption },
  gating: { name: Text.gatingName, text: Text.gating, link: TermLinks.gating },
  gracePeriod: { name: Text.gracePeriodName, text: Text.gracePeriod, link: TermLinks.gracePeriod },
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
  sensor: { name: Text.sensorName, text: Text.sensor, link: TermLinks.sensor },
} as const satisfies Readonly<Record<string, Term>>;

export type TermName = keyof typeof terms;
