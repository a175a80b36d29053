import { unreadableRow } from "../Azure/ResourceGraph/unreadableRow";
import { standardLabel, type ComplianceDetails, type ComplianceIssue } from "./compliance";
import { distinctLabels } from "../Core/distinctLabels";
import { countOf, isYes, recordOf, textOf, type JsonRecord } from "../Core/json";
import { levelNamed, recommendationLevels } from "../Core/level";
import type { Mapped } from "../Core/mapped";
import { ownershipFromRow } from "../Core/ownership";
import { policyGuid } from "../Core/recommendation";
import { portalLink } from "../Core/trustedLink";
import { labelOf } from "../Core/words";

/**
 * Reads rows of the list query. One that does not say which standard and control it is about, or has no level of the scale,
 * cannot be placed in the list and becomes a gap. `now` decides what is overdue.
 */
export function complianceFromRow(now: Date): (row: JsonRecord) => Mapped<ComplianceIssue> {
  return (row) => {
    const [id, standard, control, recommendation, assessmentId] = [
      textOf(row.id),
      textOf(row.standard),
      textOf(row.control),
      textOf(row.recommendation),
      textOf(row.assessmentId),
    ];
    const level = levelNamed(recommendationLevels, row.level);
    const which = textOf(row.displayName) ?? recommendation ?? id ?? "?";
    if (id === undefined || standard === undefined || control === undefined) {
      return unreadableRow("Compliance issue", which, "id", row.id);
    }
    if (recommendation === undefined || assessmentId === undefined) {
      return unreadableRow("Compliance issue", which, "recommendation", row.recommendation);
    }
    if (level === undefined) {
      return unreadableRow("Compliance issue", which, "level", row.level);
    }
    return {
      item: {
        id,
        standard,
        control,
        controlTitle: textOf(row.controlTitle) ?? "",
        title: isYes(row.isCategory) ? labelOf(which) : which,
        recommendation,
        initiative: textOf(row.initiative),
        level,
        ranking: row.ranking === "risk" ? "risk" : "severity",
        failing: countOf(row.failing),
        assessmentId,
        ownership: ownershipFromRow(row, now),
      },
    };
  };
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
