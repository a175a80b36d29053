import { componentCode } from "../../../Client/RemediationCode/componentCode";
import type { SnippetKey } from "../../../Client/RemediationCode/codeSnippet";
import type { ComponentKind, Vulnerability } from "../../../Client/Vulnerabilities/vulnerability";
import { parseBicep } from "../../Support/bicepParser";
import { codeSpansOf, readHcl, readKustomization, runLines, runShell } from "../../Support/codeReaders";
import { aComponent, aVulnerability } from "../../Support/findings";
import { prod } from "./subjects";

const debian = aVulnerability("CVE-1");

const ofPackage = (packageName: string, fixedVersion: string, over: Partial<Vulnerability> = {}) =>
  aVulnerability(`CVE-${packageName}`, { packageName, fixedVersion, ...over });

const library = (
  packageName: string,
  fixedVersion: string,
  ecosystem: Vulnerability["ecosystem"],
  packageType: string,
) => ofPackage(packageName, fixedVersion, { ecosystem, packageType, vendor: "", installed: ["0.1"] });

const codeOf = (
  vulnerabilities: readonly Vulnerability[],
  kind: ComponentKind = "container",
  reference?: string,
) =>
  componentCode(
    {
      ...aComponent("web", { kind }),
      ...(reference === undefined
        ? {}
        : {
            place: {
              namespace: "shop",
              pod: "",
              controllerKind: "",
              controllerName: "",
              image: { reference, digest: undefined },
            },
          }),
    },
    vulnerabilities,
    prod,
  );

function textOf(key: SnippetKey, ...args: Parameters<typeof codeOf>): string {
  return codeOf(...args).snippets.find((snippet) => snippet.key === key)?.text ?? "";
}

test("the list names for each package the version that closes the most", () => {
  const text = textOf("updates", [debian, aVulnerability("CVE-2", { fixedVersion: "3.0.12-1" })]);
  expect(codeSpansOf(text)).toEqual([["web"], ["openssl", "3.0.11-1~deb12u1", "3.0.13-1~deb12u1"]]);
  expect(text).toContain("(closes 2 of 2)");
});

test("versions that could not be compared are marked in the list", () => {
  const odd = [
    aVulnerability("CVE-1", { ecosystem: undefined, fixedVersion: "x" }),
    aVulnerability("CVE-2", { ecosystem: undefined, fixedVersion: "y" }),
  ];
  expect(textOf("updates", odd)).toMatch(/closes 1 of 2; we couldn't compare versions/);
});

test.each<[string, Vulnerability, readonly (readonly string[])[]]>([
  [
    "Debian",
    debian,
    [
      ["apt-get", "update"],
      [
        ...["apt-get", "install", "--yes", "--no-install-recommends", "--only-upgrade"],
        "openssl=3.0.13-1~deb12u1",
      ],
      ["rm", "-rf"],
    ],
  ],
  [
    "Alpine",
    ofPackage("libssl3", "3.1.4-r5", { ecosystem: "apk", vendor: "alpine" }),
    [["apk", "add", "--no-cache", "libssl3>=3.1.4-r5"]],
  ],
  [
    "Red Hat",
    ofPackage("openssl-libs", "1:3.0.7-27.el9", { ecosystem: "rpm", vendor: "redhat" }),
    [
      ["dnf", "upgrade", "-y", "openssl-libs-1:3.0.7-27.el9"],
      ["dnf", "clean", "all"],
    ],
  ],
  [
    "CentOS 7",
    ofPackage("openssl-libs", "1:1.0.2k-26.el7_9", { ecosystem: "rpm", installed: [], os: "CentOS Linux 7" }),
    [
      ["yum", "update", "-y", "openssl-libs-1:1.0.2k-26.el7_9"],
      ["yum", "clean", "all"],
    ],
  ],
  [
    "SUSE",
    ofPackage("libopenssl1_1", "1.1.1l-150500.17.34.1", {
      ecosystem: "rpm",
      os: "SLES 15 SP5",
      installed: [],
    }),
    [
      [
        ...["zypper", "--non-interactive", "install", "--no-recommends"],
        "libopenssl1_1>=1.1.1l-150500.17.34.1",
      ],
      ["zypper", "clean", "--all"],
    ],
  ],
  [
    "Azure Linux",
    ofPackage("openssl", "3.3.0-1.azl3", { ecosystem: "rpm", vendor: "azurelinux" }),
    [
      ["tdnf", "update", "-y", "openssl-3.3.0-1.azl3"],
      ["tdnf", "clean", "all"],
    ],
  ],
])("%s: the Dockerfile updates the package", (_, vulnerability, calls) => {
  const [run = ""] = runLines(textOf("packages", [vulnerability]));
  // What rm is given depends on the machine: its star is the one thing that a shell is to expand.
  expect(runShell(run).calls.map((words) => (words[0] === "rm" ? words.slice(0, 2) : words))).toEqual(calls);
  expect(run.endsWith(" && rm -rf /var/lib/apt/lists/*")).toBe(vulnerability === debian);
});

test("all packages of one system are one layer", () => {
  const runs = runLines(textOf("packages", [debian, ofPackage("zlib1g", "1:1.2.13.dfsg-2")]));
  expect(runs.map((run) => runShell(run).calls[1]?.slice(5))).toEqual([
    ["openssl=3.0.13-1~deb12u1", "zlib1g=1:1.2.13.dfsg-2"],
  ]);
});

test.each<[string, Vulnerability, readonly string[]]>([
  [
    "npm",
    library("@babel/traverse", "7.23.2", "semver", "Language (npm)"),
    ["npm", "install", "--save-exact", "@babel/traverse@7.23.2"],
  ],
  [
    "JavaScript",
    library("lodash", "4.17.21", "semver", "Language (javascript)"),
    ["npm", "install", "--save-exact", "lodash@4.17.21"],
  ],
  [
    "Python",
    library("requests", "2.31.0", "pep440", "Language (python)"),
    ["python", "-m", "pip", "install", "requests==2.31.0"],
  ],
  [
    "Go",
    library("golang.org/x/net", "0.17.0", "semver", "Language (go)"),
    ["go", "get", "golang.org/x/net@v0.17.0"],
  ],
  [
    "Go with a v",
    library("golang.org/x/net", "v0.17.0", "semver", "golang"),
    ["go", "get", "golang.org/x/net@v0.17.0"],
  ],
  [
    "Rust",
    library("time", "0.3.36", "semver", "cargo"),
    ["cargo", "update", "--package=time", "--precise=0.3.36"],
  ],
  [
    ".NET",
    library("System.Text.Json", "8.0.5", "nuget", "Language (.NET)"),
    ["dotnet", "add", "package", "System.Text.Json", "--version", "8.0.5"],
  ],
  [
    "Ruby",
    library("rack", "3.2.15", "gem", "Language (ruby)"),
    ["gem", "install", "rack", "--version", "3.2.15"],
  ],
  [
    "PHP",
    library("symfony/http-foundation", "v5.4.46", "composer", "Library (PHP)"),
    ["composer", "require", "--with-all-dependencies", "symfony/http-foundation:v5.4.46"],
  ],
  [
    "Java",
    library("io.netty:netty-codec-http2", "4.1.100.Final", "maven", "Language (java)"),
    [
      ...["mvn", "versions:use-dep-version", "-Dincludes=io.netty:netty-codec-http2"],
      ...["-DdepVersion=4.1.100.Final", "-DforceVersion=true"],
    ],
  ],
])("%s: the command for the source", (_, vulnerability, words) => {
  expect(runShell(textOf("dependencies", [vulnerability])).calls).toEqual([words]);
  expect(codeOf([vulnerability])).toMatchObject({ facts: [] });
  expect(textOf("packages", [vulnerability])).toBe("");
});

test.each<[string, Vulnerability]>([
  ["Go's own library", library("stdlib", "1.21.4", "semver", "Language (go)")],
  ["Java without a group", library("log4j-core", "2.17.1", "maven", "java")],
  ["a lock of Yarn", library("lodash", "4.17.21", "semver", "Library (Yarn)")],
  ["a lock of Poetry", library("jinja2", "3.1.4", "pep440", "poetry")],
  ["Elixir on Debian", library("plug", "1.2.3", undefined, "Library (Elixir)")],
  ["Red Hat without a version", ofPackage("bash", "5.1.8-6", { ecosystem: "rpm", vendor: "redhat" })],
  ["RPM of an unknown system", ofPackage("bash", "5.1.8-6", { ecosystem: "rpm", vendor: "" })],
  ["an image without apt", ofPackage("libssl3", "3.0.13-1", { os: "Google Distroless (Debian 12)" })],
  [
    "a text of versions of unknown branches",
    { ...library("rack", "3.2.15, 4.0.7", "gem", "Library (Ruby)"), installed: [] },
  ],
  [
    "a package of which two branches are installed",
    { ...library("rack", "3.2.15, 4.0.7", "gem", "Library (Ruby)"), installed: ["3.0.0", "4.0.0"] },
  ],
  ["an unknown ecosystem", library("x", "2", undefined, "")],
  ["semantic versions of nobody knows what", library("x", "2.0.0", "semver", "")],
  ["an option for a name", ofPackage("--allow-unauthenticated", "9")],
  ["a command for a version", ofPackage("openssl", "1 && touch pwned")],
])("%s is only listed, and that is said", (_, vulnerability) => {
  const { snippets, facts } = codeOf([vulnerability]);
  expect(snippets.map(({ key }) => key)).toEqual(["updates", "image"]);
  expect(facts).toEqual(["onlyListed"]);
});

test.each<[string, string]>([
  ["contoso.azurecr.io/shop/web:1.2", "contoso.azurecr.io/shop/web"],
  ["localhost:5000/web", "localhost:5000/web"],
  ["localhost:5000/web:1", "localhost:5000/web"],
  ["contoso.azurecr.io/web@sha256:0123abcd", "contoso.azurecr.io/web"],
  ["contoso.azurecr.io/web:1@sha256:0123abcd", "contoso.azurecr.io/web"],
])("kustomize replaces the image %s by its name", (reference, name) => {
  expect(readKustomization(textOf("image", [debian], "container", reference)).rest.images).toEqual([
    { name, newTag: "CHANGE-ME" },
  ]);
});

test("an image whose name was not reported is not replaced", () => {
  expect(codeOf([debian], "container", "").snippets.map(({ key }) => key)).toEqual(["updates", "packages"]);
});

test("without a fixed version there is nothing, and that is said", () => {
  const unfixed = aVulnerability("CVE-1", { fix: "none", fixedVersion: "" });
  expect(codeOf([unfixed])).toEqual({ snippets: [], facts: ["noFixes"] });
  expect(codeOf([unfixed], "other")).toEqual({ snippets: [], facts: ["noFixes"] });
});

test("a version that is not above what is installed is no update, and there is no command for it", () => {
  const jq = ofPackage("jq", "1.6_rc1-r0", { ecosystem: "apk", installed: ["1.6-r0"] });
  expect(codeOf([jq])).toEqual({ snippets: [], facts: ["noFixes"] });
});

test("a node pool gets new machines", () => {
  expect(runShell(textOf("fixAz", [], "nodePool")).calls).toEqual([
    [
      ...[
        "az",
        "aks",
        "nodepool",
        "upgrade",
        "--subscription=11111111-1111-4111-8111-111111111111",
        "--resource-group=g",
        "--cluster-name=prod",
      ],
      ...["--name=web", "--node-image-only"],
    ],
  ]);
  expect(parseBicep(textOf("fixBicep", [], "nodePool")).variables).toEqual({
    remediation: { autoUpgradeProfile: { nodeOSUpgradeChannel: "NodeImage" } },
  });
  expect(readHcl(textOf("fixTerraform", [], "nodePool"))).toEqual({
    resource: {
      azapi_resource_action: {
        node_image: [
          {
            type: "Microsoft.ContainerService/managedClusters/agentPools@2025-10-01",
            resource_id: `${prod.id}/agentPools/web`,
            action: "upgradeNodeImageVersion",
            method: "POST",
          },
        ],
      },
    },
  });
});

test("a node pool whose CVEs a newer Kubernetes closes gets that, and not only a new image", () => {
  const kubernetes = ofPackage("", "1.33.5", {
    updates: "kubernetes",
    ecosystem: undefined,
    installed: ["1.33.2"],
  });
  const place = [`--subscription=${prod.subscriptionId}`, "--resource-group=g", "--cluster-name=prod"];
  expect(runShell(textOf("fixAz", [kubernetes], "nodePool")).calls).toEqual([
    ["az", "aks", "nodepool", "get-upgrades", ...place, "--nodepool-name=web"],
    ["az", "aks", "nodepool", "upgrade", ...place, "--name=web", "--kubernetes-version=CHANGE-ME"],
  ]);
  const { snippets } = codeOf([kubernetes, { ...kubernetes, updates: "nodeImage" }], "nodePool");
  expect(snippets.map(({ text }) => text).join()).toContain("--node-image-only");
});

test("the cluster gets a newer Kubernetes", () => {
  const place = ["--subscription=11111111-1111-4111-8111-111111111111", "--resource-group=g", "--name=prod"];
  expect(runShell(textOf("fixAz", [], "cluster")).calls).toEqual([
    ["az", "aks", "get-upgrades", ...place],
    ["az", "aks", "upgrade", ...place, "--kubernetes-version=CHANGE-ME"],
  ]);
  expect(parseBicep(textOf("fixBicep", [], "cluster")).parameters).toEqual({ kubernetesVersion: "string" });
});

test("a container of AKS is updated with the cluster: no image is built again, whatever its packages", () => {
  const managed = aComponent("coredns", { isManagedByAks: true });
  const { snippets, facts } = componentCode(managed, [aVulnerability("CVE-2026-0001")], prod);
  expect([snippets.map(({ key }) => key), facts]).toEqual([["fixAz", "fixBicep", "fixTerraform"], []]);
  const [az] = snippets;
  expect(az?.text).toMatch(/az aks upgrade .*--kubernetes-version/s);
  expect(az?.text).toMatch(/az aks upgrade [^#]*--node-image-only/s);
  expect(snippets.map(({ text }) => text).join()).not.toMatch(/openssl|Dockerfile|newTag|coredns/);
});
