import { quickFixKeys } from "../../../Client/QuickFixes/quickFixKeys";
import { leftoverOf, projectionOf, totalRisk } from "../../../Client/FixPlan/projection";
import { riskWeight } from "../../../Client/FixPlan/riskWeight";
import { aComplianceIssue, aComponent, aMisconfiguration, aVulnerability } from "../../Support/findings";
import { aFixWorld, namesOf, planOf } from "./aFixWorld";

/** What a finding of the lowest level weighs. */
const weightUnit = riskWeight("Low");

const openssl = (cve: string, over = {}) => aVulnerability(cve, over);
const zlib = (cve: string, over = {}) =>
  aVulnerability(cve, { packageName: "zlib", installed: ["1.2.11"], fixedVersion: "1.2.13", ...over });
const unfixed = (cve: string) => aVulnerability(cve, { fix: "none", fixedVersion: "", packageName: "glibc" });

const image = { reference: "contoso.azurecr.io/shared:1", digest: "sha256:shared" };
const running = (name: string) =>
  aComponent(name, {
    place: { namespace: "shop", pod: `${name}-*`, controllerKind: "Deployment", controllerName: name, image },
  });

test("one image in three workloads is one action: 3 × 16 of High, its two packages being one rebuild", () => {
  const cves = [openssl("CVE-2026-0001"), zlib("CVE-2026-0002")];
  const world = aFixWorld({
    components: ["a", "b", "c"].map((name) => [running(name), cves] as const),
    misconfigurations: [aMisconfiguration("m", { level: "High" })],
  });
  const [first, second, ...others] = planOf(world);
  expect(first).toMatchObject({ action: { kind: "image" }, gain: 48 * weightUnit, cves: { High: 2 } });
  expect(namesOf(first?.findings ?? [])).toEqual([
    "vulnerabilities:a",
    "vulnerabilities:b",
    "vulnerabilities:c",
  ]);
  // 16 of the recommendation; the packages alone close nothing more.
  expect(second).toMatchObject({ action: { kind: "byHand" }, gain: 16 * weightUnit, cves: {} });
  expect(others).toEqual([]);
});

test("one package of two is worth its share, and closes no container: 64 × 16/(16 + 64) = 12.8 of Critical", () => {
  const component = aComponent("a", { level: "Critical" });
  const world = aFixWorld({
    components: [
      [
        component,
        [openssl("CVE-2026-0001", { severity: "High" }), zlib("CVE-2026-0002", { severity: "Critical" })],
      ],
    ],
  });
  const packages = world.actions.filter(({ kind }) => kind === "package");
  const [small, large] = packages.map((action) => projectionOf(world, [action]));
  expect([small?.gain, large?.gain]).toEqual([12.8 * weightUnit, 51.2 * weightUnit]);
  expect(small?.findings.vulnerabilities).toEqual([]);
  expect(namesOf(projectionOf(world, packages).findings.vulnerabilities)).toEqual(["vulnerabilities:a"]);
});

test("a container with a CVE without a fix stays open, and the plan says which reason", () => {
  const world = aFixWorld({
    components: [[aComponent("a"), [openssl("CVE-2026-0001"), unfixed("CVE-2026-0002")]]],
  });
  const [only, ...others] = planOf(world);
  expect(only).toMatchObject({ action: { kind: "package" }, cves: { High: 1 }, findings: [] });
  expect(others).toEqual([]);
  const { reasons, findings } = leftoverOf(world);
  expect([...reasons]).toEqual([["noFix", 1]]);
  expect(findings).toEqual({ vulnerabilities: 1, misconfigurations: 0, compliance: 0 });
});

test.each([
  ["noFix", { fix: "none", fixedVersion: "" }],
  ["unknown", { fix: "unknown", fixedVersion: "" }],
  ["noVersion", { fix: "claimed", fixedVersion: "" }],
  ["noVersion", { packageName: "" }],
  ["notAbove", { installed: ["3.0.14-1"], fixedVersion: "3.0.13-1" }],
  ["notAbove", { fix: "notAbove" }],
] as const)("nothing closes a CVE of a container: %s of %j", (reason, over) => {
  const world = aFixWorld({ components: [[aComponent("a"), [openssl("CVE-2026-0001", over)]]] });
  expect(planOf(world)).toEqual([]);
  expect([...leftoverOf(world).reasons]).toEqual([[reason, 1]]);
});

test("a package of two branches is one action, and closes a CVE only with the versions of both", () => {
  const lodash = { packageName: "lodash", ecosystem: "semver", fixedVersion: "3.2.15, 4.0.7" } as const;
  const both = openssl("CVE-2026-0001", { ...lodash, installed: ["3.2.1", "4.0.1"] });
  const [only] = planOf(aFixWorld({ components: [[aComponent("a"), [both]]] }));
  expect(only?.action.subject).toMatchObject({ updates: [{ version: "3.2.15" }, { version: "4.0.7" }] });
  expect(only?.cves).toEqual({ High: 1 });
  // 4.1.0 has no version above it: what is installed of it stays vulnerable.
  const one = openssl("CVE-2026-0001", { ...lodash, installed: ["3.2.1", "4.0.9"] });
  expect(planOf(aFixWorld({ components: [[aComponent("a"), [one]]] }))).toEqual([]);
});

test("the containers of AKS, the cluster, and Kubernetes of a pool are one upgrade, never a rebuild; its nodes' image is another", () => {
  const kubernetes = {
    updates: "kubernetes",
    fixedVersion: "1.34.1",
    installed: ["1.33.0"],
    packageName: "",
  } as const;
  const nodeImage = {
    updates: "nodeImage",
    fixedVersion: "AKSUbuntu-2204gen2containerd-202611.10.0",
    installed: ["AKSUbuntu-2204gen2containerd-202610.01.0"],
    packageName: "",
  } as const;
  const pool = aComponent("pool1", { kind: "nodePool", place: undefined });
  const world = aFixWorld({
    components: [
      [
        aComponent("coredns", { isManagedByAks: true }),
        [openssl("CVE-2026-0001", { fix: "claimed", fixedVersion: "" })],
      ],
      [aComponent("prod", { kind: "cluster", place: undefined }), [openssl("CVE-2026-0002", kubernetes)]],
      [pool, [openssl("CVE-2026-0003", kubernetes), openssl("CVE-2026-0004", nodeImage)]],
    ],
  });
  const steps = planOf(world);
  expect(steps.map(({ action }) => action.kind)).toEqual(["cluster", "nodeImage"]);
  // 16 of coredns, 16 of the cluster, and half of the pool's 16.
  expect(steps.map(({ gain }) => gain)).toEqual([40 * weightUnit, 8 * weightUnit]);
  expect(steps.map(({ findings }) => findings.length)).toEqual([2, 1]);
});

test("AKS's own copy of an image isn't rebuilt with the team's", () => {
  const ours = running("ours");
  const world = aFixWorld({
    components: [
      [ours, [openssl("CVE-2026-0001")]],
      [{ ...running("theirs"), isManagedByAks: true }, [openssl("CVE-2026-0001")]],
    ],
  });
  expect(planOf(world).map(({ action }) => action.kind)).toEqual(["package", "cluster"]);
});

test("a recommendation closes its finding and its compliance issues, each in its tab; its risk counts once", () => {
  const key = quickFixKeys.policyAddOn;
  const world = aFixWorld({
    misconfigurations: [aMisconfiguration(key, { level: "Medium" })],
    compliance: [
      aComplianceIssue("i1", { recommendation: key.toUpperCase() }),
      aComplianceIssue("i2", { recommendation: key, standard: "PCI DSS" }),
    ],
  });
  expect(totalRisk(world)).toBe(4 * weightUnit);
  const [only, ...others] = planOf(world);
  expect(only?.action.kind).toBe("quickFix");
  expect(namesOf(only?.findings ?? [])).toEqual([
    `compliance:i1`,
    `compliance:i2`,
    `misconfigurations:${key}`,
  ]);
  expect(others).toEqual([]);
});

test("a recommendation that only standards name weighs as the worst of its issues", () => {
  const world = aFixWorld({
    compliance: [
      aComplianceIssue("i1", { recommendation: "x", level: "Low" }),
      aComplianceIssue("i2", { recommendation: "x", level: "High" }),
    ],
  });
  expect(planOf(world)).toMatchObject([{ gain: 16 * weightUnit, findings: [{}, {}] }]);
});

test("compliance issues about vulnerabilities close with the last vulnerable component, and only if all were seen", () => {
  const parts = {
    components: [
      [aComponent("a"), [openssl("CVE-2026-0001")]],
      [aComponent("b"), [zlib("CVE-2026-0002")]],
    ],
    compliance: [aComplianceIssue("i", { recommendation: "SoftwareUpdate" })],
  } as const;
  const steps = planOf(aFixWorld(parts));
  expect(steps.map(({ findings }) => findings.map(({ tab }) => tab))).toEqual([
    ["vulnerabilities"],
    ["vulnerabilities", "compliance"],
  ]);
  const unseen = planOf(aFixWorld({ ...parts, hasAllComponents: false }));
  expect(unseen.flatMap(({ findings }) => findings.map(({ tab }) => tab))).toEqual([
    "vulnerabilities",
    "vulnerabilities",
  ]);
});

test("Kubernetes RBAC is closed by no action: it needs another cluster", () => {
  const world = aFixWorld({ misconfigurations: [aMisconfiguration("b0fdc63a-38e7-4bab-a7c4-2c2665abbaa9")] });
  expect(planOf(world)).toEqual([]);
  expect([...leftoverOf(world).reasons]).toEqual([["atCreation", 1]]);
});

test("a quick fix changes the cluster, not the resource of the same recommendation", () => {
  const key = quickFixKeys.diagnosticLogs;
  const world = aFixWorld({
    misconfigurations: [
      aMisconfiguration(key, { title: "Logs" }),
      { ...aMisconfiguration(`${key}2`, { title: "Logs", resource: "vmss" }), key },
    ],
    compliance: [aComplianceIssue("i", { recommendation: key })],
  });
  const steps = planOf(world);
  expect(steps.map(({ action }) => action.kind)).toEqual(["quickFix", "byHand"]);
  expect(steps.map(({ findings }) => findings.length)).toEqual([1, 2]);
});

test("what wasn't read is closed by nothing, whole or in part", () => {
  const world = aFixWorld({ components: [[aComponent("a"), undefined]] });
  expect(planOf(world)).toEqual([]);
  expect(leftoverOf(world)).toMatchObject({ unread: 1, findings: { vulnerabilities: 1 } });
  expect(totalRisk(world)).toBe(16 * weightUnit);

  const partly = aFixWorld({ components: [[aComponent("a"), [openssl("CVE-2026-0001")]]], isWhole: false });
  expect(planOf(partly)).toMatchObject([{ cves: { High: 1 }, findings: [] }]);
  expect(leftoverOf(partly).unread).toBe(1);
});

test("a CVE without a severity weighs as the component, never less", () => {
  const world = aFixWorld({
    components: [
      [
        aComponent("a", { level: "High" }),
        [openssl("CVE-2026-0001", { severity: "Unknown" }), zlib("CVE-2026-0002", { severity: "High" })],
      ],
    ],
  });
  expect(world.weaknesses.map(({ weight }) => weight)).toEqual([8 * weightUnit, 8 * weightUnit]);
});

test("of actions that close equally much the smaller step comes first, then the id decides", () => {
  const key = quickFixKeys.policyAddOn;
  const parts = [aMisconfiguration("b"), aMisconfiguration("a"), aMisconfiguration(key)];
  const ids = (misconfigurations: typeof parts) =>
    planOf(aFixWorld({ misconfigurations })).map(({ action }) => action.id);
  expect(ids(parts)).toEqual([
    `recommendation quickFix ${key}`,
    "recommendation byHand a",
    "recommendation byHand b",
  ]);
  expect(ids([...parts].reverse())).toEqual(ids(parts));
});
