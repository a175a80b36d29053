import { componentFilters } from "../../../Views/Tabs/Vulnerabilities/componentColumns";
import { componentDepth } from "../../../Views/Tabs/Vulnerabilities/componentDepth";
import type { VulnerableComponent } from "../../../Client/Vulnerabilities/vulnerability";
import { searchStatus } from "../../../Views/Kit/Model/searchStatus";
import { aComponent } from "../../Support/findings";

const unplaced = { ...aComponent("x").place, namespace: "" } as VulnerableComponent["place"];

/** The labels that a filter has for a component. */
function labelsOf(label: string, component: VulnerableComponent): readonly string[] {
  const filter = componentFilters.find((candidate) => candidate.label === label);
  return filter?.valuesOf(component).map((value) => filter.labelOf?.(value) ?? value) ?? ["no such filter"];
}

test.each<[string, Partial<VulnerableComponent>, string]>([
  ["a container of AKS", { isManagedByAks: true }, "Yes"],
  ["a container of somebody's", {}, "No"],
  ["a container whose namespace is not reported", { place: unplaced }, "Not reported"],
  ["a container whose place is not reported", { place: undefined }, "Not reported"],
  ["such a container, which AKS says is its own", { place: undefined, isManagedByAks: true }, "Yes"],
  ["a node pool", { kind: "nodePool", place: undefined }, "No"],
])("Managed by AKS: %s", (_, over, expected) => {
  expect(labelsOf("Managed by AKS", aComponent("web", over))).toEqual([expected]);
});

test("what was not read has no value, what was read and does not say is not reported", () => {
  const contents = {
    ids: [],
    packages: [],
    fixes: ["unknown"],
    exploits: ["unknown"],
    isPartial: true,
  } as const;
  for (const label of ["Fixable", "Exploit known", "CVE", "Package"]) {
    expect(labelsOf(label, aComponent("web"))).toEqual([]);
    expect(labelsOf(label, aComponent("web", { contents }))).toEqual(["Not reported"]);
  }
});

test.each([
  ["CVE-2026-1", "CVE-2026-1"],
  ["CVE-2026-1,", "CVE-2026-1"],
  ["repo/image@SHA256:ab", "SHA256:ab"],
  ["a@b", "a@b"], // Scoped packages and owners have an @ too.
  ["@azure/core@sha", "@azure/core@sha"],
  [",", ","],
])("the word %s is looked for as %s", (word, expected) => {
  expect(componentDepth.wordOf(word)).toBe(expected);
});

describe("what is told of a search", () => {
  const facts = { search: "x", matches: 0, failing: [], scanned: 1234 };
  const down = { kind: "offline", message: "No answer." } as const;
  const retry = () => undefined;
  const ready = (unreadable: number) =>
    ({ status: "ready", value: { items: [], unreadable }, refreshing: false }) as const;
  test.each([
    ["loading", { status: "loading" } as const, facts, ["Searching all vulnerabilities for “x”"]],
    [
      "loading for filters",
      { status: "loading" } as const,
      { ...facts, search: "" },
      ["Reading the CVEs and packages of all components"],
    ],
    ["failed", { status: "failed", failure: down, retry } as const, facts, [componentDepth.words.failed]],
    ["none", ready(0), facts, ["No component has “x” among 1,234 scanned"]],
    ["none of nobody knows how many", ready(0), { ...facts, scanned: undefined }, ["No component has “x”"]],
    ["one", ready(0), { ...facts, matches: 1 }, ["1 component has “x”"]],
    [
      "many, and one was not read",
      ready(1),
      { ...facts, matches: 2000 },
      ["2,000 components have “x”", "1 component couldn't be read in full, so it might have more"],
    ],
    [
      "a text that looks like a place in ours",
      ready(0),
      { ...facts, search: "{0} {1}", matches: 2 },
      ["2 components have “{0} {1}”"],
    ],
  ])("%s", (_, load, about, expected) => {
    expect(searchStatus(componentDepth, load, about)).toEqual(expected);
  });
});
