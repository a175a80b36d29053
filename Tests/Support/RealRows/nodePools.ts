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

const current = scaleSetIdOf("aks-front-31415926-vmss");
const currentParent = assessmentRow(current, {
  key: "24a15fbd-cfe4-4dff-b2be-1c367a6b2031",
  displayName: "AKS nodes should have vulnerability findings resolved",
  resourceDetails: { Source: "Azure", Id: current, ResourceType: "virtualMachineScaleSets" },
});
const currentImage = "AKSAzureLinux-V3gen2-202610.06.0";

function currentFinding(number: string, title: string, fixedNodePoolVersion: string) {
  return subAssessmentRow(currentParent, `${number}-row`, {
    id: number,
    displayName: title,
    status: { code: "Unhealthy", severity: "Low" },
    resourceDetails: { source: "Azure", id: current },
    additionalData: JSON.stringify({
      assessedResourceType: "ManagedAggregatedServerVulnerabilityTvm",
      cve: { title, cvssScore: 4.4, severity: "Low" },
      affectedNodes: [`${current}/virtualMachines/35`, "AKS-front-31415926-VMSS00000Z"],
      aggregateServerResourceMetadata: { managedAggregateResourceId: clusterId, managedPoolName: "front" },
      installedNodePoolVersion: currentImage,
      fixedNodePoolVersion,
    }),
  });
}

/**
 * real-data.md §2, `fixedNodePoolVersion` and `installedNodePoolVersion`: the image that is named as the fix is the installed one or an
 * older one, so there is nothing to upgrade to. A node is named by its machine and by its name.
 */
export const currentNodePool: ComponentFixture = {
  name: "a node pool whose fixed node image is there already",
  rows: [
    currentParent,
    currentFinding("A1B2C3", "CVE-2025-977001", currentImage),
    currentFinding("D4E5F6", "CVE-2025-977002", "AKSAzureLinux-V3gen2-202609.30.0"),
  ],
  component: {
    id: current.toLowerCase(),
    kind: "nodePool",
    name: "front",
    isManagedByAks: false,
    place: undefined,
  },
  cves: [
    {
      cveId: "CVE-2025-977001",
      severity: "Low",
      cvss: 4.4,
      installed: [currentImage],
      fixedVersion: currentImage,
      fix: "notAbove",
      updates: "nodeImage",
      nodes: { names: ["aks-front-31415926-vmss00000z"], count: 1 },
    },
    { cveId: "CVE-2025-977002", fixedVersion: "AKSAzureLinux-V3gen2-202609.30.0", fix: "notAbove" },
  ],
  unreadable: 0,
};

const machine = scaleSetIdOf("x").replace(
  /virtualMachineScaleSets.*/,
  "virtualMachines/aks-spot-11223344-vms12",
);

/** real-data.md §1, "Individual (new) model, on a machine" [?]: here one of a pool without a scale set. */
export const machinePool: ComponentFixture = {
  name: "a machine of a pool without a scale set",
  rows: [
    assessmentRow(machine, {
      key: "4e5f6a7b-8c9d-4e0f-9a1b-2c3d4e5f6a7b",
      category: "SystemUpdate",
      displayName: "Update kernel",
      resourceDetails: {
        Source: "Azure",
        Id: machine,
        ResourceName: "aks-spot-11223344-vms12",
        ResourceType: "Microsoft.Compute/virtualMachines",
      },
      additionalData: {
        SoftwareName: "kernel_for_linux",
        SoftwareVendor: "ubuntu",
        PackageType: "OS",
        ScannerName: "MdvmAgent",
        DetectedSoftwareVersions: '["5.15.0-1050.57"]',
        MaxCvssScore: "7.8",
        CvesDetails:
          '[{"CveId":"CVE-2026-977011","AdditionalIdentifiers":[],"Severity":"High","FixStatus":"FixAvailable","FixedVersion":"5.15.0-1060.69","Tags":[]}]',
      },
    }),
  ],
  component: {
    id: machine.toLowerCase(),
    kind: "nodePool",
    name: "spot",
    isManagedByAks: false,
    place: undefined,
  },
  cves: [
    {
      cveId: "CVE-2026-977011",
      severity: "High",
      packageName: "kernel",
      installed: ["5.15.0-1050.57"],
      fixedVersion: "5.15.0-1060.69",
      fix: "fixed",
      updates: "package",
    },
  ],
  unreadable: 0,
};
