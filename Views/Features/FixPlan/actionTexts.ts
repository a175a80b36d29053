import { format } from "../../../Client/Core/format";
import type { FixStep } from "../../../Client/FixPlan/chooseFixes";
import {
  plannedTabs,
  type FixAction,
  type PlannedFinding,
  type PlannedTab,
} from "../../../Client/FixPlan/fixAction";
import type { CveCounts } from "../../../Client/FixPlan/projection";
import { countLevels, recommendationLevels } from "../../../Client/Core/level";
import { isResolved } from "../../../Client/Core/ownership";
import { readableLine } from "../../../Client/Core/visibleText";
import { cveSeverities, type VulnerableComponent } from "../../../Client/Vulnerabilities/vulnerability";
import { formatNumber, namedList, pluralize } from "../../Kit/Controls/formatNumber";
import { regional } from "../../Kit/Controls/regionalFormat";
import { FixPlan as Text } from "./FixPlan.resjson";

const percents = regional((locale) => new Intl.NumberFormat(locale, { style: "percent" }));

/** Rounded down, but never to nothing. */
export function percentText(part: number, whole: number): string {
  const percent = whole === 0 ? 0 : Math.floor((100 * part) / whole);
  return percents.current().format((part > 0 ? Math.max(1, percent) : 0) / 100);
}

/** What an action is called. */
export function actionTitle({ kind, subject }: FixAction): string {
  if (subject.of === "recommendation") {
    return recommendationTitle(kind, subject.title, subject.resources);
  }
  const { components, updates } = subject;
  const [first] = components;
  const name = first ? componentName(first) : Text.unnamed;
  switch (kind) {
    case "package":
      return format(Text.doPackage, packageName(updates), versionsOf(updates), name);
    case "image":
      return format(Text.doImage, name, formatNumber(updates.length));
    case "nodeImage":
      return format(Text.doNodeImage, name);
    case "nodeKubernetes":
      return format(Text.doNodeKubernetes, name);
    case "cluster":
      return Text.doCluster;
    default:
      return format(Text.doComponent, name);
  }
}

function recommendationTitle(kind: FixAction["kind"], title: string, resources: readonly string[]): string {
  const name = readableLine(title);
  switch (kind) {
    case "quickFix":
      return format(Text.doQuickFix, name);
    case "manifests":
      return format(Text.doManifests, name);
    default:
      return resources.length === 0
        ? format(Text.doByHand, name)
        : format(Text.doByHandOn, name, namedList(resources.map(readableLine)));
  }
}

type Updates = Extract<FixAction["subject"], { readonly of: "component" }>["updates"];

const packageName = (updates: Updates) => readableLine(updates[0]?.packageName ?? "");

const versionsOf = (updates: Updates) =>
  namedList([...new Set(updates.map(({ version }) => readableLine(version)))]);

/** An image by its reference, else by its digest; anything else by its own name. */
function componentName({ kind, name, place }: VulnerableComponent): string {
  const image = kind === "container" ? place?.image : undefined;
  return readableLine(image?.reference || (image?.digest ?? name)) || Text.unnamed;
}

const efforts: Readonly<Record<FixAction["kind"], string>> = {
  quickFix: Text.effortQuickFix,
  manifests: Text.effortManifests,
  byHand: Text.effortByHand,
  package: Text.effortComponent,
  image: Text.effortComponent,
  component: Text.effortComponent,
  nodeImage: Text.effortNodeImage,
  nodeKubernetes: Text.effortNodeKubernetes,
  cluster: Text.effortCluster,
};

/** What it takes. An image is rebuilt once, however many containers run it. */
export function effortText({ kind, subject }: FixAction): string {
  const isRebuilt = kind === "package" || kind === "image";
  return isRebuilt && subject.of === "component" && isContainer(subject)
    ? pluralize(subject.components.length, Text.effortImageOne, Text.effortImageMany)
    : efforts[kind];
}

function isContainer(subject: FixAction["subject"]): boolean {
  return subject.of === "component" && subject.components[0]?.kind === "container";
}

/** Findings that an action is about: those that close with it, and the components that it updates. */
function subjectsOf({ action: { subject }, findings }: FixStep): readonly PlannedFinding[] {
  const components = subject.of === "component" ? subject.components : [];
  const known = new Set<unknown>(components);
  return [
    ...components.map((item) => ({ tab: "vulnerabilities", item }) as const),
    ...findings.filter(({ item }) => !known.has(item)),
  ];
}

/** Who owns the findings that an action is about. */
export function ownerText(step: FixStep): string {
  const ownerships = subjectsOf(step).map(({ item }) => item.ownership);
  const owners = [
    ...new Set(ownerships.flatMap((one) => one.owners.map((owner) => owner.toLowerCase()))),
  ].sort();
  const unowned = ownerships.filter(
    ({ owners: all, status }) => all.length === 0 && !isResolved(status),
  ).length;
  const names = namedList(owners.map(readableLine));
  const text =
    owners.length === 0
      ? Text.noOwner
      : unowned === 0
        ? format(Text.owners, names)
        : format(Text.someOwned, names, formatNumber(unowned));
  return isByAks(step.action) ? format(Text.platform, text) : text;
}

function isByAks({ kind }: FixAction): boolean {
  return kind === "nodeImage" || kind === "nodeKubernetes" || kind === "cluster";
}

/** "3 Critical, 9 High": the levels that there are, worst first. */
export function levelsText<L extends string>(
  counts: Readonly<Partial<Record<L, number>>>,
  levels: readonly L[],
): string {
  return levels
    .filter((level) => (counts[level] ?? 0) > 0)
    .map((level) => format(Text.levelCount, formatNumber(counts[level] ?? 0), level))
    .join(", ");
}

export function byTab(
  findings: readonly PlannedFinding[],
): Readonly<Record<PlannedTab, readonly PlannedFinding[]>> {
  const of = (tab: PlannedTab) => findings.filter((finding) => finding.tab === tab);
  return {
    vulnerabilities: of("vulnerabilities"),
    misconfigurations: of("misconfigurations"),
    compliance: of("compliance"),
  };
}

/** The CVEs that a step closes of those that its components have; `undefined`: it's about none. */
export function cvesText({ action: { subject }, cves }: FixStep): string | undefined {
  const count = sumOf(cves);
  return subject.of === "component" && count > 0
    ? format(
        Text.closesCves,
        formatNumber(count),
        formatNumber(subject.known),
        levelsText(cves, cveSeverities),
      )
    : undefined;
}

export function sumOf(counts: CveCounts): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

/** The findings that a step closes, by tab and level. `titleOf`: the title of a tab. */
export function closesText({ findings }: FixStep, titleOf: (tab: PlannedTab) => string): string {
  const closed = byTab(findings);
  const parts = plannedTabs.flatMap((tab) => {
    const levels = levelsText(
      countLevels(closed[tab], ({ item }) => item.level),
      recommendationLevels,
    );
    return levels === "" ? [] : [format(Text.ofTab, titleOf(tab), levels)];
  });
  return parts.length === 0 ? Text.closesNoFinding : format(Text.closesFindings, parts.join("; "));
}
