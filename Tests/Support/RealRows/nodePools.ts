import type { ComponentFixture } from "./componentFixture";
import { clusterId } from "../findings";
import { assessmentRow, scaleSetIdOf, subAssessmentRow } from "./row";

const scaleSet = "aks-batch-27182818-vmss";
const batch = scaleSetIdOf(scaleSet);
const resourceDetails = {
  Source: "Azure",
  Id: batch,
  ResourceName: scaleSet,
  ResourceType: "virtualMachineScaleSets",
  ResourceProvider: "Microsoft.Compute",
  NativeResourceId: batch,
};
const parent = assessmentRow(batch, {
  key: "24a15fbd-cfe4-4dff-b2be-1c367a6b2031",
  displayName: "AKS nodes should have vulnerability findings resolved",
  resourceDetails,
  additionalData: { subAssessmentsLink: `${batch}/x`, maxCvss30Score: "9.1" },
});

function finding(number: string, title: string, cve: unknown, more: object = {}) {
  return subAssessmentRow(parent, `${number}-row`, {
    id: number,
    displayName: title,
    status: { code: "Unhealthy", severity: "Medium" },
    category: "Update",
    timeGenerated: "2026-08-24T05:20:05.8720206Z",
    resourceDetails: { source: "Azure", id: batch },
    additionalData: {
      assessedResourceType: "ManagedAggregatedServerVulnerabilityTvm",
      cve,
      affectedNodes: [`${batch}/virtualMachines/0`, `${batch}/virtualMachines/36`],
      aggregateServerResourceMetadata: { managedAggregateResourceId: clusterId, managedPoolName: "batch" },
      fixedNodePoolVersion: "",
      fixedClusterVersion: "",
      installedNodePoolVersion: "",
      installedClusterVersion: "",
      cvssV30Score: 5.5,
      source: "Agentless Microsoft Defender vulnerability management",
      ...more,
    },
  });
}

const cve = {
  title: "CVE-2025-966001",
  cvssScore: 5.5,
  cvssVersion: 3,
  severity: "High",
  description: "What it is.",
  exploitTypes: [],
  exploitUris: [],
  hasPublicExploit: true,
  isExploitVerified: false,
  isExploitInKit: false,
  isZeroDay: true,
  lastModifiedDate: "2025-08-21T00:00:00",
  publishedDate: "2025-07-03T00:00:00",
  cvssVectorString: "CVSS:3.1/AV:L/AC:L/PR:L/UI:N",
};
const images = {
  installedNodePoolVersion: "AKSUbuntu-2204gen2containerd-202607.10.0",
  fixedNodePoolVersion: "AKSUbuntu-2204gen2containerd-202608.20.0",
};
const nodes = {
  names: [`${scaleSet}000000`, `${scaleSet}000010`],
  count: 2,
};

/** real-data.md §2: findings of a node pool, whose number is the scanner's; `cve` as an object, as a list, and missing. */
export const nodePool: ComponentFixture = {
  name: "a node pool",
  rows: [
    parent,
    finding("D260AR", "CVE-2025-966001", cve, images),
    finding("D261BS", "CVE-2025-966002", [{ title: "CVE-2025-966002", link: "https://example.com" }]),
    finding("D262CT", "CVE-2025-966003", null),
    finding("D263DU", "Update the agent", { title: "D263DU", cvssScore: 9 }),
  ],
  component: {
    id: batch.toLowerCase(),
    kind: "nodePool",
    name: "batch",
    isManagedByAks: false,
    place: undefined,
  },
  cves: [
    {
      cveId: "CVE-2025-966001",
      severity: "High",
      cvss: 5.5,
      cvssVector: "CVSS:3.1/AV:L/AC:L/PR:L/UI:N",
      packageName: "",
      exploits: ["public", "zeroDay"],
      published: new Date("2025-07-03T00:00:00Z"),
      installed: [images.installedNodePoolVersion],
      fixedVersion: images.fixedNodePoolVersion,
      fix: "fixed",
      updates: "nodeImage",
      nodes,
    },
    { cveId: "CVE-2025-966002", severity: "Medium", cvss: 5.5, fixedVersion: "", fix: "unknown", nodes },
    { cveId: "CVE-2025-966003", severity: "Medium", cvss: 5.5, fix: "unknown", nodes },
  ],
  unreadable: 1,
};

const windows = scaleSetIdOf("akswinp");

/** real-data.md §5: what a retired recommendation says of machines, beside its successor, in JSON text of JSON text. */
export const individualNodePool: ComponentFixture = {
  name: "a node pool of the individual model",
  rows: [
    assessmentRow(windows, {
      key: "3d4e5f6a-7b8c-4d9e-8f0a-1b2c3d4e5f6a",
      category: "ServiceUpgrade",
      displayName: "Update inkwell",
      resourceDetails: { Source: "Azure", Id: windows, ResourceName: "akswinp" },
      additionalData: JSON.stringify({
        SoftwareName: "inkwell",
        DetectedSoftwareVersions: '["2.0"]',
        FixedVersion: '["2.1"]',
        CvesDetails: '[{"CveId":"","AdditionalIdentifiers":["GHSA-2345-6789-cfgh"]}]',
      }),
    }),
  ],
  component: {
    id: windows.toLowerCase(),
    kind: "nodePool",
    name: "winp",
    isManagedByAks: false,
    place: undefined,
  },
  cves: [
    {
      cveId: "GHSA-2345-6789-cfgh",
      packageName: "inkwell",
      installed: ["2.0"],
      fixedVersion: "2.1",
      updates: "package",
      nodes: undefined,
    },
  ],
  unreadable: 0,
};
