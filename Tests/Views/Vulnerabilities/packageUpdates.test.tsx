import { render, screen } from "@testing-library/react";
import type { ComponentKind, Vulnerability } from "../../../Client/Vulnerabilities/vulnerability";
import { fixText } from "../../../Views/Tabs/Vulnerabilities/componentLabels";
import { PackageUpdates } from "../../../Views/Tabs/Vulnerabilities/PackageUpdates";
import { aComponent, aVulnerability } from "../../Support/findings";
import { tableTexts } from "../../Support/onScreen";

function show(
  kind: ComponentKind,
  vulnerabilities: readonly Vulnerability[],
  isManagedByAks = false,
): string {
  const component = { ...aComponent("web", { kind }), isManagedByAks };
  const { container } = render(
    <PackageUpdates component={component} details={{ vulnerabilities, unreadable: [] }} />,
  );
  return container.textContent;
}

const openssl = aVulnerability("CVE-2026-0001");
const kubernetes = aVulnerability("CVE-2026-0002", {
  ...{ updates: "kubernetes", packageName: "", ecosystem: undefined },
  ...{ installed: ["1.33.2"], fixedVersion: "1.33.5" },
});
const actions = {
  rebuild: "Rebuild the image",
  image: "Upgrade the node image of this node pool",
  poolVersion: "Upgrade the Kubernetes version of this node pool",
  cluster: "Upgrade the cluster's Kubernetes version.",
  managed: "AKS manages this container.",
} as const;

test.each<[string, ComponentKind, readonly Vulnerability[], boolean, readonly (keyof typeof actions)[]]>([
  ["an image of one's own", "container", [openssl], false, ["rebuild"]],
  ["a container of AKS", "container", [openssl], true, ["managed"]],
  ["packages of a node pool", "nodePool", [openssl], false, ["image"]],
  ["Kubernetes on a node pool", "nodePool", [kubernetes], false, ["poolVersion"]],
  ["both on a node pool", "nodePool", [openssl, kubernetes], false, ["image", "poolVersion"]],
  ["the cluster", "cluster", [kubernetes], false, ["cluster"]],
  ["another resource", "other", [openssl], false, []],
])("%s: the action is of its kind, and of no other", (_, kind, vulnerabilities, isManaged, expected) => {
  const text = show(kind, vulnerabilities, isManaged);
  const said = (Object.keys(actions) as (keyof typeof actions)[]).filter((key) =>
    text.includes(actions[key]),
  );
  expect(said).toEqual(expected);
});

const jq = aVulnerability("CVE-2026-0003", {
  ...{
    packageName: "jq",
    ecosystem: "apk",
    installed: ["1.6-r0"],
    fixedVersion: "1.6_rc1-r0",
    fix: "notAbove",
  },
});

test("a version that is not above what is installed is no update, and that is said", () => {
  const text = show("container", [jq]);
  expect(screen.queryByRole("table")).toBeNull();
  expect(text).toBe(
    "For these, the fixed version that Defender for Cloud names isn't above what's installed. There's no update to install:" +
      "jq: 1.6-r0 is installed, 1.6_rc1-r0 is named",
  );
  expect(fixText(jq)).toBe("1.6_rc1-r0 (not above the installed version)");
});

test.each<[string, ComponentKind, Partial<Vulnerability>]>([
  [
    "node image",
    "nodePool",
    {
      ...{ updates: "nodeImage", packageName: "", ecosystem: undefined },
      ...{ installed: ["AKSUbuntu-2204gen2containerd-202610.06.0"] },
      fixedVersion: "AKSUbuntu-2204gen2containerd-202609.30.0",
    },
  ],
  [
    "Kubernetes",
    "cluster",
    {
      ...{ updates: "kubernetes", packageName: "", ecosystem: undefined },
      ...{ installed: ["1.33.6"], fixedVersion: "1.33.6" },
    },
  ],
])("where all that is named is there already, no upgrade of the %s is advised", (_, kind, over) => {
  const installed = aVulnerability("CVE-2026-0009", over);
  expect(show(kind, [installed])).toContain("There's no update to install:");
  expect(screen.queryByText(/^Upgrade/)).toBeNull();
  const open = { ...installed, id: "other", fix: "unknown", fixedVersion: "" } as const;
  show(kind, [installed, open]);
  expect(screen.getByText(/^Upgrade/)).toBeVisible();
});

test("beside real updates it is listed apart", () => {
  const text = show("container", [jq, openssl]);
  expect(tableTexts(screen.getByRole("table")).map(([name]) => name)).toEqual(["Package", "openssl"]);
  expect(text).toContain("Rebuild the image");
  expect(screen.getByRole("listitem")).toHaveTextContent("jq: 1.6-r0 is installed, 1.6_rc1-r0 is named");
});

test("of several branches, the table names the one that is installed", () => {
  const rack = { packageName: "rack", packageType: "Library (Ruby)", ecosystem: "gem" } as const;
  show("container", [
    aVulnerability("CVE-2026-0004", { ...rack, installed: ["4.0.1"], fixedVersion: "3.2.15, 4.0.7" }),
  ]);
  expect(tableTexts(screen.getByRole("table"))[1]).toEqual([
    "rack",
    "Library (Ruby)",
    "4.0.1",
    "4.0.7",
    "1 of 1",
  ]);
});
