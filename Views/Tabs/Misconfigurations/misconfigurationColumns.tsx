import { format } from "../../../Client/Core/format";
import type { Misconfiguration } from "../../../Client/Misconfigurations/misconfiguration";
import { labelOf } from "../../../Client/Core/label";
import type { Column, Filter } from "../../Kit/Model/findingsTab";
import { formatDate, timeZoneName } from "../../Kit/Controls/formatDate";
import { FixCell } from "../../Features/QuickFixes/FixCell";
import { Recommendations } from "../../Features/Recommendations/Recommendations.resjson";
import { lifecycleTitle } from "../../Features/Recommendations/recommendationLabels";
import { remediationLabel } from "../../Features/Recommendations/remediation";
import { misconfigurationFix } from "./misconfigurationRow";
import { Misconfigurations } from "./Misconfigurations.resjson";

/** Columns that only misconfigurations have. */
export function misconfigurationColumns(now: Date): readonly Column<Misconfiguration>[] {
  return [
    {
      key: "title",
      label: Misconfigurations.columnTitle,
      value: lifecycleTitle,
      width: 240,
      least: 160,
      grow: 1,
      isLong: true,
      isRowHeader: true,
    },
    {
      key: "remediation",
      label: Recommendations.columnRemediation,
      value: remediationLabel,
      render(item) {
        const row = misconfigurationFix(item);
        return row ? <FixCell row={row} /> : remediationLabel(item);
      },
      width: 90,
    },
    {
      key: "firstSeen",
      label: format(Misconfigurations.columnFirstSeen, timeZoneName(now)),
      value: ({ firstSeen }) => firstSeen,
      text: ({ firstSeen }) => formatDate(firstSeen),
      width: 145,
      least: 90,
      isLong: true,
    },
  ];
}

/** Filters that only misconfigurations have. */
export const misconfigurationFilters: readonly Filter<Misconfiguration>[] = [
  {
    key: "remediation",
    label: Recommendations.columnRemediation,
    pinned: true,
    valuesOf: (item) => [remediationLabel(item)],
  },
  {
    key: "tactic",
    label: Misconfigurations.filterTactic,
    pinned: false,
    valuesOf: ({ tactics }) => (tactics.length === 0 ? [""] : tactics),
    labelOf: (value) => (value === "" ? Misconfigurations.noTactic : labelOf(value)),
  },
];
