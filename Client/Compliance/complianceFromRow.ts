import { unreadableRow } from "../Azure/ResourceGraph/unreadableRow";
import { standardLabel, type ComplianceDetails, type ComplianceIssue } from "./compliance";
import { distinctLabels, labelOf } from "../Core/label";
import { countOf, firstTextOf, isYes, recordOf, textOf, type JsonRecord } from "../Core/json";
import { levelNamed, recommendationLevels } from "../Core/level";
import type { MapResult } from "../Core/mapResult";
import { ownershipFromRow } from "../Core/ownership";
import { policyGuid } from "../Core/recommendation";
import { portalLink } from "../Core/trustedLink";

/**
 * Reads rows of the list query. One that does not say which standard and control it is about, or has no level of the scale,
 * cannot be placed in the list and becomes a gap. `now` decides what is overdue.
 */
export function complianceFromRow(now: Date): (row: JsonRecord) => MapResult<ComplianceIssue> {
  return (row) => {
    const control = controlOf(row);
    const assessment = assessmentOf(row);
    const level = levelNamed(recommendationLevels, row.level);
    const which = firstTextOf(row.displayName, row.recommendation, row.id) ?? "?";
    if (!control) {
      return unreadableRow("Compliance issue", which, "id", row.id);
    }
    if (!assessment) {
      return unreadableRow("Compliance issue", which, "recommendation", row.recommendation);
    }
    if (level === undefined) {
      return unreadableRow("Compliance issue", which, "level", row.level);
    }
    return {
      item: {
        ...control,
        ...assessment,
        controlTitle: textOf(row.controlTitle) ?? "",
        title: isYes(row.isCategory) ? labelOf(which) : which,
        initiative: textOf(row.initiative),
        level,
        ranking: row.ranking === "risk" ? "risk" : "severity",
        failing: countOf(row.failing),
        ownership: ownershipFromRow(row, now),
      },
    };
  };
}

/** The issue, and where it stands in the standard; `undefined` when the row does not say all of it. */
function controlOf(row: JsonRecord): Pick<ComplianceIssue, "id" | "standard" | "control"> | undefined {
  const [id, standard, control] = [row.id, row.standard, row.control].map(textOf);
  return id === undefined || standard === undefined || control === undefined
    ? undefined
    : { id, standard, control };
}

/** The assessment that fails, and the recommendation it is of; `undefined` when the row does not say both. */
function assessmentOf(row: JsonRecord): Pick<ComplianceIssue, "recommendation" | "assessmentId"> | undefined {
  const [recommendation, assessmentId] = [row.recommendation, row.assessmentId].map(textOf);
  return recommendation === undefined || assessmentId === undefined
    ? undefined
    : { recommendation, assessmentId };
}

/** Reads the rows of the details query; `undefined` when the assessment behind the issue is gone. */
export function complianceDetailsFromRows(
  issue: ComplianceIssue,
  rows: readonly JsonRecord[],
): ComplianceDetails | undefined {
  const assessment = rows.find((row) => textOf(row.id)?.toLowerCase() === issue.assessmentId.toLowerCase());
  if (!assessment) {
    return undefined;
  }
  const properties = recordOf(assessment.properties);
  const metadata = recordOf(properties.metadata);
  const others = rows.filter((row) => textOf(row.standard) !== undefined && textOf(row.id) !== issue.id);
  return {
    descriptionHtml: textOf(metadata.description) ?? "",
    remediationHtml: textOf(metadata.remediationDescription) ?? "",
    policyId: policyGuid(metadata.policyDefinitionId),
    alsoSatisfies: byStandard(others),
    portalLink: portalLink(recordOf(properties.links).azurePortal),
  };
}

function byStandard(rows: readonly JsonRecord[]): ComplianceDetails["alsoSatisfies"] {
  const standards = new Map<string, string[]>();
  for (const row of rows) {
    const standard = textOf(row.standard) ?? "";
    standards.set(standard, [...(standards.get(standard) ?? []), textOf(row.control) ?? "?"]);
  }
  const labels = distinctLabels(standards.keys(), standardLabel);
  return [...standards]
    .map(([standard, controls]) => ({
      standard: labels.get(standard) ?? standard,
      controls: [...controls].sort(),
    }))
    .sort((left, right) => left.standard.localeCompare(right.standard));
}
