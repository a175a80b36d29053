import type { ComponentFixture } from "./componentFixture";
import { clusterId } from "../findings";
import { assessmentRow, containerIdOf } from "./row";

const aksKey = "5409cb02-6884-4de3-870d-c17b98bbe04f";
const digest = `sha256:${"5e".repeat(32)}`;
const otherDigest = `sha256:${"0c".repeat(32)}`;

const dns = containerIdOf("namespace-kube-system-pod-corefile-dns-*-*-container-resolver");

/** real-data.md §1, "Place of a container, form 1": a container of AKS, its CVEs as JSON text, no package, one tag. */
export const aksContainer: ComponentFixture = {
  name: "a container of AKS with its CVEs in the assessment",
  rows: [
    assessmentRow(dns, {
      key: aksKey,
      displayName:
        "[Preview] Vulnerable Azure Kubernetes Service should be updated to resolve vulnerability findings",
      resourceDetails: {
        Source: "Azure",
        Id: dns,
        ResourceName: "resolver",
        ResourceType: "ContainerImage",
        ResourceProvider: "Microsoft.ContainerService",
        NativeResourceId: dns,
      },
      additionalData: {
        K8sClusterId: clusterId.toLowerCase(),
        K8sClusterName: "prod",
        ControllerName: "corefile-dns-*",
        ControllerType: "replicaset",
        PodName: "corefile-dns-*-*",
        Namespace: "kube-system",
        ImageUri: `mcr.fabrikam.example/oss/resolver@${digest}`,
        Repo: "oss/resolver",
        Digest: digest,
        OsType: "Linux",
        OsDistribution: "Debian 11",
        Tags: '["v2.7.1-hotfix"]',
        InventorySource: "Agentless",
        CvesCount: "2",
        HighestSeverity: "High",
        CVEs: '[{"CVE":"CVE-2025-911001","Severity":"Medium","BaseScore":6.5},{"CVE":"CVE-2025-911002","Severity":"High","BaseScore":8}]',
      },
    }),
  ],
  component: {
    id: dns,
    kind: "container",
    name: "resolver",
    isManagedByAks: true,
    place: {
      namespace: "kube-system",
      pod: "corefile-dns-*-*",
      controllerKind: "ReplicaSet",
      controllerName: "corefile-dns-*",
      image: { reference: "mcr.fabrikam.example/oss/resolver:v2.7.1-hotfix", digest },
    },
  },
  cves: [
    {
      cveId: "CVE-2025-911002",
      severity: "High",
      cvss: 8,
      packageName: "",
      os: "Debian 11",
      fixedVersion: "",
    },
    { cveId: "CVE-2025-911001", severity: "Medium", cvss: 6.5, packageName: "", fix: "unknown" },
  ],
  unreadable: 0,
};

const gatekeeper = containerIdOf("namespace-gatekeeper-system-pod-gate-audit-*-*-container-auditor");

/**
 * real-data.md §1, `resourceDetails`: the key is `id`, and the assessment's own path is the cluster's. Two tags: none of them
 * is known to be the one that runs.
 */
export const addOnContainer: ComponentFixture = {
  name: "a container of an add-on, whose assessment lies at the cluster",
  rows: [
    assessmentRow(clusterId, {
      key: aksKey,
      displayName: "Vulnerable Azure Kubernetes Service should be updated to resolve vulnerability findings",
      resourceDetails: { source: "Azure", id: gatekeeper.toUpperCase(), ResourceType: "Container" },
      additionalData: {
        ControllerName: "gate-audit-*",
        ControllerType: "replicaset",
        ImageUri: `mcr.fabrikam.example/oss/auditor@${otherDigest}`,
        Tags: '["v3","v3.14.0"]',
        OsDistribution: "",
        CVEs: '["cve-2025-911003",{"CVE":"CVE-2025-911004","Severity":"","BaseScore":""}]',
      },
    }),
  ],
  component: {
    id: gatekeeper,
    kind: "container",
    name: "auditor",
    isManagedByAks: true,
    place: {
      namespace: "gatekeeper-system",
      pod: "gate-audit-*-*",
      controllerKind: "ReplicaSet",
      controllerName: "gate-audit-*",
      image: { reference: "mcr.fabrikam.example/oss/auditor", digest: otherDigest },
    },
  },
  cves: [
    { cveId: "CVE-2025-911003", severity: "Unknown", cvss: undefined, os: "" },
    { cveId: "CVE-2025-911004", severity: "Unknown", cvss: undefined },
  ],
  unreadable: 0,
};

const ingress = containerIdOf("namespace-app-routing-system-pod-nginx-*-*-container-controller");

/**
 * real-data.md §5, "CVEs in containers of AKS add-ons": such a container in the recommendation about all running containers, of
 * which only the namespace tells that AKS keeps it up to date.
 */
export const addOnByNamespace: ComponentFixture = {
  name: "a container of an add-on among all running containers",
  rows: [
    assessmentRow(ingress, {
      key: "c609cf0f-71ab-41e9-a3c6-9a1f7fe1b8d5",
      displayName: "Containers should have vulnerability findings resolved",
      resourceDetails: {
        Source: "Azure",
        id: ingress,
        ResourceName: "controller",
        ResourceType: "Container",
      },
      additionalData: {
        Namespace: "app-routing-system",
        PodName: "nginx-*-*",
        ControllerType: "deployment",
        ControllerName: "nginx",
        ImageUri: "mcr.fabrikam.example/oss/nginx:1.11",
        CVEs: '[{"CVE":"CVE-2025-911021","Severity":"Critical","BaseScore":9.8}]',
      },
    }),
  ],
  component: {
    id: ingress,
    kind: "container",
    name: "controller",
    isManagedByAks: true,
    place: {
      namespace: "app-routing-system",
      pod: "nginx-*-*",
      controllerKind: "Deployment",
      controllerName: "nginx",
      image: { reference: "mcr.fabrikam.example/oss/nginx:1.11", digest: undefined },
    },
  },
  cves: [{ cveId: "CVE-2025-911021", severity: "Critical", cvss: 9.8 }],
  unreadable: 0,
};

const proxy = containerIdOf("namespace-kube-system-pod-edge-proxy-*-container-edge-proxy");

/**
 * real-data.md §1, form 1, a DaemonSet: keys in the other spelling, identifiers without anything else, and `CvesCount` that says
 * more than is listed.
 */
export const countedContainer: ComponentFixture = {
  name: "a container of AKS that has more CVEs than are listed",
  rows: [
    assessmentRow(proxy, {
      key: aksKey,
      displayName: "Vulnerable Azure Kubernetes Service should be updated to resolve vulnerability findings",
      resourceDetails: { Source: "Azure", Id: proxy, ResourceName: "edge-proxy", ResourceType: "Container" },
      additionalData: {
        controllerName: "edge-proxy",
        controllerType: "daemonset",
        podName: "edge-proxy-*",
        namespace: "kube-system",
        imageUri: `mcr.fabrikam.example/oss/edge-proxy@${otherDigest}`,
        tags: '["v1.31.2"]',
        osDistribution: "Azure Linux 3",
        cvesCount: "4",
        cves: "CVE-2025-911011, cve-2025-911012",
      },
    }),
  ],
  component: {
    id: proxy,
    kind: "container",
    name: "edge-proxy",
    isManagedByAks: true,
    place: {
      namespace: "kube-system",
      pod: "edge-proxy-*",
      controllerKind: "DaemonSet",
      controllerName: "edge-proxy",
      image: { reference: "mcr.fabrikam.example/oss/edge-proxy:v1.31.2", digest: otherDigest },
    },
  },
  cves: [
    { cveId: "CVE-2025-911011", severity: "Unknown", cvss: undefined, os: "Azure Linux 3" },
    { cveId: "CVE-2025-911012", severity: "Unknown", cvss: undefined },
  ],
  unreadable: 1,
};

/**
 * real-data.md §2, "Upgrade AKS to remove vulnerabilities from system pods": CVE, CVSS and the cluster version that is needed.
 * [?] The names of its properties are not published; these are those of the rows of node pools.
 */
export const aksUpgrade: ComponentFixture = {
  name: "an upgrade of the cluster",
  rows: [
    assessmentRow(clusterId, {
      key: "71a0c5b2-0d0e-4f5a-8a6d-9b1f2c3d4e5f",
      category: "ServiceUpgrade",
      displayName: "Upgrade Azure Kubernetes Service to remove vulnerabilities from AKS system pods",
      resourceDetails: {
        Source: "Azure",
        Id: clusterId,
        ResourceName: "prod",
        ResourceType: "managedClusters",
      },
      additionalData: {
        fixedClusterVersion: "1.33.6",
        installedClusterVersion: "1.33.2",
        fixedNodePoolVersion: "",
        cve: '{"title":"CVE-2025-911005","cvssScore":9.1,"severity":"Critical"}',
      },
    }),
  ],
  component: {
    id: clusterId.toLowerCase(),
    kind: "cluster",
    name: "prod",
    isManagedByAks: false,
    place: undefined,
  },
  cves: [
    {
      cveId: "CVE-2025-911005",
      severity: "Critical",
      cvss: 9.1,
      packageName: "",
      installed: ["1.33.2"],
      fixedVersion: "1.33.6",
      fix: "fixed",
      updates: "kubernetes",
    },
  ],
  unreadable: 0,
};
