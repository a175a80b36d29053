import { render, screen } from "@testing-library/react";
import { componentCode } from "../../../Client/RemediationCode/componentCode";
import { componentColumns } from "../../../Views/Tabs/Vulnerabilities/componentColumns";
import { generalFacts } from "../../../Views/Tabs/Vulnerabilities/componentFacts";
import { cveColumns } from "../../../Views/Tabs/Vulnerabilities/cveColumns";
import { cveFacts } from "../../../Views/Tabs/Vulnerabilities/cveFacts";
import { PackageUpdates } from "../../../Views/Tabs/Vulnerabilities/PackageUpdates";
import type { Column } from "../../../Views/Kit/Model/findingsTab";
import { cellText } from "../../../Views/Kit/Model/cellText";
import { aCluster } from "../../Support/aCluster";
import { tableTexts } from "../../Support/onScreen";
import { componentFixtures } from "../../Support/RealRows/componentFixtures";
import { readComponents, readDetails } from "../../Support/RealRows/readComponent";

/** What is on screen, in reports and in code about published forms of rows: each claim, spelled out. */
interface Shown {
  /** Resource, pod, namespace and image, as the grid, the search and the report have them. */
  readonly row: readonly string[];
  readonly facts: Readonly<Record<string, string>>;
  /** Severity, CVE, package, installed, fixed and CVSS, a row each. */
  readonly cves: readonly (readonly string[])[];
  /** Package, installed, version and what it closes. */
  readonly fixes: readonly (readonly string[])[];
  readonly says: string;
  /** Languages of the remediation code. */
  readonly code: readonly string[];
}

const managed = "AKS manages this container. Upgrade the cluster's Kubernetes version or its node images";
const notNamed = "Defender for Cloud doesn't name a version that fixes any of these vulnerabilities.";
const unreadable = "We couldn't read which CVEs this resource has.";
const upgrade = ["fixAz", "fixBicep", "fixTerraform"];
const digestOf = (two: string) => `sha256:${two.repeat(32)}`;

const shown: Readonly<Record<string, Shown>> = {
  "a container of AKS with its CVEs in the assessment": {
    row: [
      "resolver (Container managed by AKS)",
      "corefile-dns-*-*",
      "kube-system",
      "mcr.fabrikam.example/oss/resolver:v2.7.1-hotfix",
    ],
    facts: {
      Container: "resolver",
      "Managed by": "AKS",
      "Image digest": digestOf("5e"),
      Controller: "ReplicaSet corefile-dns-*",
    },
    cves: [
      ["High", "CVE-2025-911002", "—", "—", "Not reported", "8.0"],
      ["Medium", "CVE-2025-911001", "—", "—", "Not reported", "6.5"],
    ],
    fixes: [],
    says: managed,
    code: upgrade,
  },
  "a container of an add-on, whose assessment lies at the cluster": {
    row: [
      "auditor (Container managed by AKS)",
      "gate-audit-*-*",
      "gatekeeper-system",
      "mcr.fabrikam.example/oss/auditor",
    ],
    facts: { Container: "auditor", "Managed by": "AKS", "Image digest": digestOf("0c") },
    cves: [
      ["Unknown", "CVE-2025-911003", "—", "—", "Not reported", "—"],
      ["Unknown", "CVE-2025-911004", "—", "—", "Not reported", "—"],
    ],
    fixes: [],
    says: managed,
    code: upgrade,
  },
  "a container of an add-on among all running containers": {
    row: [
      "controller (Container managed by AKS)",
      "nginx-*-*",
      "app-routing-system",
      "mcr.fabrikam.example/oss/nginx:1.11",
    ],
    facts: { Container: "controller", "Managed by": "AKS", Controller: "Deployment nginx" },
    cves: [["Critical", "CVE-2025-911021", "—", "—", "Not reported", "9.8"]],
    fixes: [],
    says: managed,
    code: upgrade,
  },
  "a container of AKS that has more CVEs than are listed": {
    row: [
      "edge-proxy (Container managed by AKS)",
      "edge-proxy-*",
      "kube-system",
      "mcr.fabrikam.example/oss/edge-proxy:v1.31.2",
    ],
    facts: { Container: "edge-proxy", "Managed by": "AKS", Controller: "DaemonSet edge-proxy" },
    cves: [
      ["Unknown", "CVE-2025-911011", "—", "—", "Not reported", "—"],
      ["Unknown", "CVE-2025-911012", "—", "—", "Not reported", "—"],
    ],
    fixes: [],
    says: managed,
    code: upgrade,
  },
  "a node pool whose fixed node image is there already": {
    row: ["front (Node pool)", "—", "—", "—"],
    facts: { "Node pool": "front" },
    cves: [
      [
        ...["Low", "CVE-2025-977001", "Node image", "AKSAzureLinux-V3gen2-202610.06.0"],
        ...["AKSAzureLinux-V3gen2-202610.06.0 (not above the installed version)", "4.4"],
      ],
      [
        ...["Low", "CVE-2025-977002", "Node image", "AKSAzureLinux-V3gen2-202610.06.0"],
        ...["AKSAzureLinux-V3gen2-202609.30.0 (not above the installed version)", "4.4"],
      ],
    ],
    fixes: [],
    says:
      "There's no update to install:Node image: AKSAzureLinux-V3gen2-202610.06.0 is installed, " +
      "AKSAzureLinux-V3gen2-202610.06.0, AKSAzureLinux-V3gen2-202609.30.0 is named",
    code: [],
  },
  "a machine of a pool without a scale set": {
    row: ["spot (Node pool)", "—", "—", "—"],
    facts: { "Node pool": "spot" },
    cves: [["High", "CVE-2026-977011", "kernel", "5.15.0-1050.57", "5.15.0-1060.69", "—"]],
    fixes: [["kernel", "OS", "5.15.0-1050.57", "5.15.0-1060.69", "1 of 1"]],
    says: "Upgrade the node image of this node pool to update it.",
    code: [...upgrade, "updates"],
  },
  "an upgrade of the cluster": {
    row: ["prod (Kubernetes cluster)", "—", "—", "—"],
    facts: { "Kubernetes cluster": "prod" },
    cves: [["Critical", "CVE-2025-911005", "Kubernetes", "1.33.2", "1.33.6", "9.1"]],
    fixes: [["Kubernetes", "—", "1.33.2", "1.33.6", "1 of 1"]],
    says: "Upgrade the cluster's Kubernetes version.",
    code: upgrade,
  },
  "a running container with sub-assessments": {
    row: ["quotes (Container)", "quote-api-*-*", "orders", "fabrikam.azurecr.io/trade/quotes"],
    facts: { Container: "quotes", "Image digest": digestOf("a7"), Controller: "ReplicaSet quote-api-*" },
    cves: [
      ["Medium", "CVE-2024-922001", "libquill", "0:4.1-2.azl3", "4.1-5.azl3", "5.3"],
      ["Medium", "GHSA-2345-6789-cfgh", "inkwell", "1.0.0", "No fix", "—"],
    ],
    fixes: [["libquill", "OS", "0:4.1-2.azl3", "4.1-5.azl3", "1 of 1"]],
    says: "Rebuild the image with these versions, then deploy it again.",
    code: ["updates", "packages", "image"],
  },
  "a running container whose sub-assessments are gone": {
    row: ["left-over (Container)", "left-over-*", "orders", "—"],
    facts: { Container: "left-over", "Image name": "—", "Image digest": "—", Controller: "—" },
    cves: [],
    fixes: [],
    says: unreadable,
    code: [],
  },
  "a container of the individual model": {
    row: ["web (Container)", "web-*-*", "shop", "r.example:5000/web"],
    facts: { Container: "web", "Image digest": digestOf("b1"), Controller: "ReplicaSet web-*" },
    cves: [
      ["High", "CVE-2026-933001", "libquill", "1.2-0ubuntu3.4, 1.2-0ubuntu3.5", "1.2-0ubuntu3.9", "7.1"],
      [
        ...["Unknown", "CVE-2026-933002", "libquill", "1.2-0ubuntu3.4, 1.2-0ubuntu3.5"],
        ...["Fix reported without a version", "—"],
      ],
    ],
    fixes: [["libquill", "OS", "1.2-0ubuntu3.4, 1.2-0ubuntu3.5", "1.2-0ubuntu3.9", "1 of 2"]],
    says: "Rebuild the image with these versions, then deploy it again.",
    code: ["updates", "packages", "image"],
  },
  "a container whose id can be read in two ways": {
    row: ["c-container-d (Container)", "—", "—", "—"],
    facts: { Container: "c-container-d", "Image digest": digestOf("b1"), Controller: "—" },
    cves: [
      ["Unknown", "CVE-2026-944001", "inkwell", "1.0.0", "Not reported", "—"],
      ["Unknown", "CVE-2026-944002", "inkwell", "1.0.0", "Not reported", "—"],
    ],
    fixes: [],
    says: notNamed,
    code: [],
  },
  "a container of whose CVEs none is understood": {
    row: ["mute (Container)", "mute-*", "shop", "—"],
    facts: { Container: "mute" },
    cves: [],
    fixes: [],
    says: unreadable,
    code: [],
  },
  "a node pool": {
    row: ["batch (Node pool)", "—", "—", "—"],
    facts: { "Node pool": "batch" },
    cves: [
      [
        ...["High", "CVE-2025-966001", "Node image", "AKSUbuntu-2204gen2containerd-202607.10.0"],
        ...["AKSUbuntu-2204gen2containerd-202608.20.0", "5.5"],
      ],
      ["Medium", "CVE-2025-966002", "Node image", "—", "Not reported", "5.5"],
      ["Medium", "CVE-2025-966003", "Node image", "—", "Not reported", "5.5"],
    ],
    fixes: [
      [
        ...["Node image", "—", "AKSUbuntu-2204gen2containerd-202607.10.0"],
        ...["AKSUbuntu-2204gen2containerd-202608.20.0", "1 of 3"],
      ],
    ],
    says: "Upgrade the node image of this node pool to update it.",
    code: upgrade,
  },
  "a node pool of the individual model": {
    row: ["winp (Node pool)", "—", "—", "—"],
    facts: { "Node pool": "winp" },
    cves: [["Unknown", "GHSA-2345-6789-cfgh", "inkwell", "2.0", "2.1", "—"]],
    fixes: [["inkwell", "—", "2.0", "2.1", "1 of 1"]],
    says: "Upgrade the node image of this node pool to update it.",
    code: [...upgrade, "updates"],
  },
};

/** As the grid shows it: an empty cell has a dash. */
const cell = <T,>(column: Column<T>, item: T) => cellText(column, item) || "—";

const rows = componentFixtures.flatMap((fixture) => fixture.rows);
const components = readComponents(rows);
const details = readDetails(rows, components);

test("every fixture is looked at", () => {
  expect(Object.keys(shown).sort()).toEqual(componentFixtures.map(({ name }) => name).sort());
});

describe.each(componentFixtures)("$name", ({ name, component: { id } }) => {
  const index = components.findIndex((one) => one.id === id);
  const [component, read] = [components[index], details[index]];
  if (!component || !read) {
    throw new Error(`${id} is not read.`);
  }

  test("its row and its facts", () => {
    expect(componentColumns([component]).map((column) => cell(column, component))).toEqual(shown[name]?.row);
    const facts = Object.fromEntries(generalFacts(component, false).map((fact) => [fact.name, fact.value]));
    expect(facts).toMatchObject(shown[name]?.facts ?? {});
    expect("Managed by" in facts).toBe(component.isManagedByAks);
  });

  test("its CVEs", () => {
    const columns = ["severity", "cve", "package", "installed", "fixed", "score"].flatMap(
      (key) => cveColumns.find((column) => column.key === key) ?? [],
    );
    const cves = read.vulnerabilities.map((cve) => columns.map((column) => cell(column, cve)));
    expect(cves).toEqual(shown[name]?.cves);
  });

  test("what to update, and how", () => {
    const { container } = render(<PackageUpdates component={component} details={read} />);
    expect(container).toHaveTextContent(shown[name]?.says ?? "");
    const [, ...fixes] = screen.queryAllByRole("table").flatMap(tableTexts);
    expect(fixes).toEqual(shown[name]?.fixes);
    expect(/Upgrade the node image/.test(container.textContent ?? "")).toBe(
      shown[name]?.says.startsWith("Upgrade the node image") ?? false,
    );
    expect(/Rebuild the image with/.test(container.textContent ?? "")).toBe(
      shown[name]?.says.startsWith("Rebuild") ?? false,
    );
  });

  test("its remediation as code: for what it is, and without any pattern", () => {
    const { snippets } = componentCode(component, read.vulnerabilities, aCluster());
    expect(snippets.map(({ key }) => key)).toEqual(shown[name]?.code);
    const code = snippets.map(({ text }) => text).join("\n");
    expect(code).not.toMatch(/-\*|kubectl|namespace-|[[\]"]\d+\.\d+/);
  });
});

test("the nodes of a pool are named, and versions that are not reported say so", () => {
  const pool = details[components.findIndex(({ name }) => name === "batch")]?.vulnerabilities[0];
  const facts = Object.fromEntries((pool ? cveFacts(pool) : []).map((fact) => [fact.name, fact.value]));
  expect(facts).toMatchObject({
    "Affected nodes": "aks-batch-27182818-vmss000000, aks-batch-27182818-vmss000010",
    "Installed node image": "AKSUbuntu-2204gen2containerd-202607.10.0",
    "Fixed Kubernetes version": "—",
    Exploit: "Published, Zero-day",
    Published: "Jul 3, 2025",
  });
});
