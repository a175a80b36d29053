import type { ComponentFixture } from "./componentFixture";
import { clusterId } from "../findings";
import { assessmentRow, containerIdOf, subAssessmentRow } from "./row";

const runningKey = "c5045ea3-afc6-4006-ab8f-86c8574dbf3d";
const digest = `sha256:${"a7".repeat(32)}`;
const api = containerIdOf("namespace-orders-pod-quote-api-*-*-container-quotes");
const apiDetails = {
  Source: "Azure",
  Id: api,
  ResourceName: "quotes",
  ResourceType: "Container",
  ResourceProvider: "Microsoft.ContainerService",
  NativeResourceId: api,
};
const apiParent = assessmentRow(api, {
  key: runningKey,
  displayName: "[Preview] Containers running in Azure should have vulnerability findings resolved",
  resourceDetails: apiDetails,
  additionalData: { subAssessmentsLink: `${api}/providers/x`, maxCvss30Score: "7.6" },
});

const kubernetesDetails = {
  cloud: "Azure",
  clusterKind: "AKS",
  clusterName: "prod",
  clusterResourceId: clusterId.toLowerCase(),
  namespace: "orders",
  controllerKind: "replicaset",
  controllerName: "quote-api-*",
  podName: "quote-api-*-*",
  containerName: "quotes",
};
const artifactDetails = {
  repositoryName: "trade/quotes",
  registryHost: "fabrikam.azurecr.io",
  digest,
  artifactType: "ContainerImage",
};

function finding(name: string, vulnerability: object, software: object) {
  return subAssessmentRow(apiParent, name, {
    id: name,
    displayName: name,
    status: { code: "Unhealthy", severity: "Medium" },
    description: "What it is.",
    timeGenerated: "2026-05-23T07:27:18.1009446Z",
    resourceDetails: { ResourceName: "quotes", ResourceType: "Container", source: "Azure", id: api },
    additionalData: {
      assessedResourceType: "AzureRuntimeImageVulnerability",
      kubernetesDetails,
      artifactDetails,
      securityGating: { requestId: "", evaluatedResourceName: "", evaluatedResourceKind: "" },
      softwareDetails: {
        osDetails: { osName: "", osPlatform: "linux", osVersion: "azure_linux_3" },
        category: "OS",
        vendor: "microsoft",
        language: "",
        evidence: ["rpm -qa"],
        ...software,
      },
      vulnerabilityDetails: vulnerability,
      metadata: { inventorySource: "Agentless", scanner: "MicrosoftDefenderVulnerabilityManagement" },
    },
  });
}

const placeOfApi = {
  namespace: "orders",
  pod: "quote-api-*-*",
  controllerKind: "ReplicaSet",
  controllerName: "quote-api-*",
  image: { reference: "fabrikam.azurecr.io/trade/quotes", digest },
};

/** real-data.md §1, "Place, form 2": the grouped model, the distribution in `osVersion`. */
export const runningContainer: ComponentFixture = {
  name: "a running container with sub-assessments",
  rows: [
    apiParent,
    finding(
      "CVE-2024-922001",
      {
        cveId: "CVE-2024-922001",
        severity: "Medium",
        cvss: { "2.0": null, "3.0": { base: 5.3, cvssVectorString: "CVSS:3.0/AV:N/AC:L/PR:N/UI:N" } },
        publishedDate: "2024-04-23T00:00:00Z",
        exploitabilityAssessment: { isVerified: true, isPubliclyDisclosed: true, isInExploitKit: false },
      },
      {
        packageName: "libquill",
        version: "0:4.1-2.azl3",
        fixedVersion: "4.1-5.azl3",
        patchable: true,
        fixStatus: "FixAvailable",
      },
    ),
    finding(
      "GHSA-2345-6789-cfgh",
      { cveId: "GHSA-2345-6789-CFGH", severity: "", cvss: { "3.0": null } },
      { packageName: "inkwell", version: "1.0.0", fixedVersion: "", fixStatus: "NoFixAvailable" },
    ),
  ],
  component: { id: api, kind: "container", name: "quotes", isManagedByAks: false, place: placeOfApi },
  cves: [
    {
      cveId: "CVE-2024-922001",
      severity: "Medium",
      cvss: 5.3,
      cvssVector: "CVSS:3.0/AV:N/AC:L/PR:N/UI:N",
      packageName: "libquill",
      vendor: "microsoft",
      os: "Azure Linux 3",
      ecosystem: "rpm",
      installed: ["0:4.1-2.azl3"],
      fixedVersion: "4.1-5.azl3",
      fix: "fixed",
      exploits: ["verified", "public"],
      published: new Date("2024-04-23T00:00:00Z"),
    },
    {
      cveId: "GHSA-2345-6789-cfgh",
      severity: "Medium",
      cvss: undefined,
      packageName: "inkwell",
      fixedVersion: "",
      fix: "none",
    },
  ],
  unreadable: 0,
};

const left = containerIdOf("namespace-orders-pod-left-over-*-container-left-over");

/** real-data.md §1, form 2: the service has retired the sub-assessments, and only their parent is left. */
export const orphanedParent: ComponentFixture = {
  name: "a running container whose sub-assessments are gone",
  rows: [
    assessmentRow(left, {
      key: runningKey,
      displayName: "[Preview] Containers running in Azure should have vulnerability findings resolved",
      resourceDetails: { Source: "Azure", Id: left, ResourceName: "left-over", ResourceType: "Container" },
      additionalData: { subAssessmentsLink: `${left}/providers/x`, maxCvss30Score: "7.6" },
    }),
  ],
  component: {
    id: left,
    kind: "container",
    name: "left-over",
    isManagedByAks: false,
    place: {
      namespace: "orders",
      pod: "left-over-*",
      controllerKind: "",
      controllerName: "",
      image: { reference: "", digest: undefined },
    },
  },
  cves: [],
  unreadable: 1,
};

const web = containerIdOf("namespace-shop-pod-web-*-*-container-web");
const webDigest = `sha256:${"b1".repeat(32)}`;

/** real-data.md §1, "Individual (new) model" in the place of a container [?], beside the deprecated grouped one (§5). */
export const individualContainer: ComponentFixture = {
  name: "a container of the individual model",
  rows: [
    assessmentRow(web, {
      key: "0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d",
      category: "SoftwareUpdate",
      severity: "High",
      displayName: "Update libquill_for_linux",
      resourceDetails: { Source: "Azure", Id: web, ResourceName: "web", ResourceType: "K8s-container" },
      additionalData: {
        MaxCvssScore: "8.4",
        PackageType: "OS",
        ScannerName: "MdvmAgent",
        SoftwareVendor: "ubuntu",
        DetectedSoftwareVersions: '["1.2-0ubuntu3.4","1.2-0ubuntu3.5"]',
        CvesDetails: JSON.stringify([
          {
            CveId: "CVE-2026-933001",
            AdditionalIdentifiers: [],
            Severity: "High",
            FixStatus: "FixAvailable",
            FixedVersion: "1.2-0ubuntu3.9",
            Tags: [],
          },
          {
            CveId: "CVE-2026-933002",
            AdditionalIdentifiers: [],
            Severity: "Unknown",
            FixStatus: "FixAvailable",
            FixedVersion: "",
            Tags: [],
          },
        ]),
        SoftwareName: "libquill_for_linux",
      },
    }),
    assessmentRow(web, {
      key: "c609cf0f-71ab-41e9-a3c6-9a1f7fe1b8d5",
      displayName: "Containers should have vulnerability findings resolved",
      resourceDetails: { Source: "Azure", id: web, ResourceType: "Container" },
      additionalData: {
        Namespace: "shop",
        PodName: "web-*-*",
        ControllerType: "replicaset",
        ControllerName: "web-*",
        ImageUri: `r.example:5000/web@${webDigest}`,
        CVEs: '[{"CVE":"CVE-2026-933001","Severity":"Low","BaseScore":7.1}]',
      },
    }),
  ],
  component: {
    id: web,
    kind: "container",
    name: "web",
    isManagedByAks: false,
    place: {
      namespace: "shop",
      pod: "web-*-*",
      controllerKind: "ReplicaSet",
      controllerName: "web-*",
      image: { reference: "r.example:5000/web", digest: webDigest },
    },
  },
  cves: [
    {
      cveId: "CVE-2026-933001",
      severity: "High",
      cvss: 7.1,
      packageName: "libquill",
      installed: ["1.2-0ubuntu3.4", "1.2-0ubuntu3.5"],
      fixedVersion: "1.2-0ubuntu3.9",
      fix: "fixed",
      ecosystem: "deb",
    },
    {
      cveId: "CVE-2026-933002",
      severity: "Unknown",
      packageName: "libquill",
      fixedVersion: "",
      fix: "claimed",
    },
  ],
  unreadable: 0,
};

const job = containerIdOf("namespace-a-container-b-pod-tidy-pod-sweep-*-container-c-container-d");

/**
 * real-data.md §1, "Names may contain `-pod-` or `-container-` themselves": the container is known, the rest of the id can be
 * read in two ways. The image is a digest alone, `Digest` says the same.
 */
export const ambiguousContainer: ComponentFixture = {
  name: "a container whose id can be read in two ways",
  rows: [
    assessmentRow(job, {
      key: "1b2c3d4e-5f6a-4b7c-8d9e-0f1a2b3c4d5e",
      category: "SoftwareUpdate",
      displayName: "Update inkwell",
      resourceDetails: {
        Source: "Azure",
        Id: job,
        ResourceName: "c-container-d",
        ResourceType: "K8s-container",
      },
      additionalData: {
        SoftwareName: ["inkwell"],
        DetectedSoftwareVersions: "1.0.0",
        ImageUri: webDigest,
        Digest: webDigest,
        // Of mixed forms: two are identifiers, and two are the scanner's own.
        CvesDetails: '[{"CveId":"CVE-2026-944001"},{"CveId":"D260AR"},"CVE-2026-944002","X1Y2Z3"]',
      },
    }),
  ],
  component: {
    id: job,
    kind: "container",
    name: "c-container-d",
    isManagedByAks: false,
    place: {
      namespace: "",
      pod: "",
      controllerKind: "",
      controllerName: "",
      image: { reference: "", digest: webDigest },
    },
  },
  cves: [
    { cveId: "CVE-2026-944001", packageName: "inkwell", installed: ["1.0.0"] },
    { cveId: "CVE-2026-944002", packageName: "inkwell" },
  ],
  unreadable: 2,
};

const silent = containerIdOf("namespace-shop-pod-mute-*-container-mute");

/** real-data.md §1, "A rule that follows": a failing row of which no CVE was understood never has "no CVE". */
export const unreadableContainer: ComponentFixture = {
  name: "a container of whose CVEs none is understood",
  rows: [
    assessmentRow(silent, {
      key: "2c3d4e5f-6a7b-4c8d-9e0f-1a2b3c4d5e6f",
      category: "SoftwareUpdate",
      displayName: "Update mute",
      resourceDetails: { Source: "Azure", Id: silent, ResourceName: silent.split("/").at(-1) },
      additionalData: { SoftwareName: "mute", CvesDetails: "[]", OtherList: '["CVE-2026-955001"]' },
    }),
  ],
  component: {
    id: silent,
    kind: "container",
    name: "mute",
    isManagedByAks: false,
    place: {
      namespace: "shop",
      pod: "mute-*",
      controllerKind: "",
      controllerName: "",
      image: { reference: "", digest: undefined },
    },
  },
  cves: [],
  unreadable: 1,
};
