import { LevelBadge } from "../../Kit/Controls/LevelBadge";
import {
  cveSeverities,
  exploits,
  type Vulnerability,
  type CveSeverity,
} from "../../../Client/Vulnerabilities/vulnerability";
import type { Column, Filter } from "../../Kit/Model/findingsTab";
import { formatDay } from "../../Kit/Controls/formatDate";
import { Findings } from "../../Kit/Screens/Findings.resjson";
import { exploitLabels, fixText, fixStateLabels, updateText } from "./componentLabels";
import { Vulnerabilities } from "./Vulnerabilities.resjson";

/** Columns of the CVEs of a component. */
export const cveColumns: readonly Column<Vulnerability>[] = [
  {
    key: "severity",
    label: Vulnerabilities.cveSeverity,
    value: ({ severity }) => severity,
    render: ({ severity }) => <CveSeverityBadge severity={severity} />,
    rank: ({ severity }) => cveSeverities.indexOf(severity),
    width: 90,
  },
  {
    key: "cve",
    label: Vulnerabilities.cveId,
    value: ({ cveId }) => cveId,
    width: 130,
    isRowHeader: true,
  },
  {
    key: "package",
    label: Vulnerabilities.cvePackage,
    value: ({ updates, packageName }) => updateText(updates, packageName),
    width: 130,
    grow: 1,
  },
  {
    key: "installed",
    label: Vulnerabilities.cveInstalled,
    value: ({ installed }) => installed.join(", ") || undefined,
    width: 120,
  },
  { key: "fixed", label: Vulnerabilities.cveFixed, value: fixText, width: 120 },
  { key: "score", label: Vulnerabilities.cveScore, value: ({ cvss }) => cvss, text: scoreText, width: 80 },
  {
    key: "exploit",
    label: Vulnerabilities.cveExploit,
    value: exploitText,
    rank: ({ exploits: [strongest] }) => (strongest ? exploits.indexOf(strongest) : undefined),
    width: 110,
  },
  {
    key: "published",
    label: Vulnerabilities.cvePublished,
    value: ({ published }) => published,
    text: ({ published }) => (published ? formatDay(published) : Findings.unknownValue),
    width: 100,
  },
  {
    key: "type",
    label: Vulnerabilities.cvePackageType,
    value: ({ packageType }) => packageType || undefined,
    width: 110,
  },
  { key: "vendor", label: Vulnerabilities.cveVendor, value: ({ vendor }) => vendor || undefined, width: 90 },
];

/** Filters of the CVEs of a component. */
export const cveFilters: readonly Filter<Vulnerability>[] = [
  {
    key: "severity",
    label: Vulnerabilities.cveSeverity,
    pinned: true,
    valuesOf: ({ severity }) => [severity],
    order: cveSeverities,
  },
  {
    key: "fix",
    label: Vulnerabilities.cveFix,
    pinned: true,
    valuesOf: ({ fix }) => [fixStateLabels[fix]],
    order: Object.values(fixStateLabels),
  },
  {
    key: "exploit",
    label: Vulnerabilities.cveExploit,
    pinned: false,
    valuesOf: (vulnerability) =>
      vulnerability.exploits.length === 0
        ? [Vulnerabilities.exploitNone]
        : vulnerability.exploits.map((exploit) => exploitLabels[exploit]),
  },
  {
    key: "package",
    label: Vulnerabilities.cvePackage,
    pinned: false,
    valuesOf: ({ updates, packageName }) => [updateText(updates, packageName) ?? ""],
    labelOf: (value) => value || Vulnerabilities.none,
  },
];

function scoreText({ cvss }: Vulnerability): string {
  return cvss === undefined ? Findings.unknownValue : cvss.toFixed(1);
}

export function exploitText({ exploits: known }: Vulnerability): string | undefined {
  return known.map((exploit) => exploitLabels[exploit]).join(", ") || undefined;
}

/** A severity as the grid shows levels; an unrated one has no color. */
export function CveSeverityBadge({ severity }: { readonly severity: CveSeverity }) {
  return severity === "Unknown" ? <>{severity}</> : <LevelBadge level={severity} />;
}
