import { standardLabel, type ComplianceIssue } from "../../../Client/Compliance/compliance";
import { format } from "../../../Client/Core/format";
import { distinctColumn, type Names } from "../../Kit/Model/distinctColumn";
import type { Column, Filter } from "../../Kit/Model/findingsTab";
import { FixCell } from "../../Features/QuickFixes/FixCell";
import { Recommendations } from "../../Features/Recommendations/Recommendations.resjson";
import { lifecycleTitle } from "../../Features/Recommendations/recommendationLabels";
import { remediationLabel } from "../../Features/Recommendations/remediation";
import { complianceFix } from "./complianceRow";
import { Compliance } from "./Compliance.resjson";

/** Number and title of a control; the number alone where the title only repeats it or is not known. */
export function controlName({ control, controlTitle }: ComplianceIssue): string {
  return controlTitle === "" || controlTitle === control
    ? control
    : format(Compliance.controlName, control, controlTitle);
}

const named = ({ recommendation, title }: ComplianceIssue) => ({ key: recommendation, title });

function remediationText(issue: ComplianceIssue): string {
  return remediationLabel(named(issue));
}

export const standardNames: Names<ComplianceIssue> = {
  idOf: ({ standard }) => standard,
  labelOf: standardLabel,
};

/** Columns that only compliance issues have; standards of one label are told apart among these. */
export function complianceColumns(items: readonly ComplianceIssue[]): readonly Column<ComplianceIssue>[] {
  const standard = {
    key: "standard",
    label: Compliance.columnStandard,
    width: 170,
    least: 130,
    grow: 2,
    isLong: true,
  } as const;
  return [distinctColumn(standard, standardNames, items), ...otherColumns];
}

const otherColumns: readonly Column<ComplianceIssue>[] = [
  {
    key: "control",
    label: Compliance.columnControl,
    value: controlName,
    width: 190,
    least: 140,
    grow: 2,
    isLong: true,
  },
  {
    key: "title",
    label: Compliance.columnTitle,
    value: (issue) => lifecycleTitle(named(issue)),
    width: 260,
    least: 160,
    grow: 3,
    isLong: true,
    isRowHeader: true,
  },
  {
    key: "remediation",
    label: Recommendations.columnRemediation,
    value: remediationText,
    render(item) {
      const row = complianceFix(item);
      return row ? <FixCell row={row} /> : remediationText(item);
    },
    width: 90,
  },
];

/** Filters that only compliance issues have. */
export const complianceFilters: readonly Filter<ComplianceIssue>[] = [
  {
    key: "standard",
    label: Compliance.columnStandard,
    pinned: true,
    valuesOf: ({ standard }) => [standard],
    labelOf: standardLabel,
  },
  {
    key: "control",
    label: Compliance.columnControl,
    pinned: true,
    // Standards number their controls alike. No name of a standard holds a slash.
    valuesOf: (issue) => [`${issue.standard}/${controlName(issue)}`],
    labelOf: (value) => value.slice(value.indexOf("/") + 1),
    tellOf: (value) => value.slice(0, value.indexOf("/")),
  },
  {
    key: "remediation",
    label: Recommendations.columnRemediation,
    pinned: false,
    valuesOf: (issue) => [remediationText(issue)],
  },
];
