import { fillIn } from "../../../Client/Core/fillIn";
import type { Misconfiguration } from "../../../Client/Misconfigurations/misconfiguration";
import { labelOf } from "../../../Client/Core/words";
import type { Column, Filter } from "../../Kit/Model/findingsTab";
import { formatDate, timeZoneName } from "../../Kit/Controls/formatDate";
import { FixCell } from "../../Features/QuickFixes/FixCell";
import { Recommendations } from "../../Features/Recommendations/Recommendations.resjson";
import { lifecycleTitle, remediationWords } from "../../Features/Recommendations/recommendationWords";
import { misconfigurationFix } from "./misconfigurationRow";
import { Misconfigurations } from "./Misconfigurations.resjson";

/** Columns that only misconfigurations have. */
export function misconfigurationColumns(now: Date): readonly Column<Misconfiguration>[] {
  return [
    {
      key: "title",
      label: Misconfigurations.columnTitle,
      value: lifecycleTitle,
      width: 230,
      grow: 1,
      isRowHeader: true,
    },
    {
      key: "remediation",
      label: Recommendations.columnRemediation,
      value: ({ remediation }) => remediationWords[remediation],
      render(item) {
        const row = misconfigurationFix(item);
        return row ? <FixCell row={row} /> : remediationWords[item.remediation];
      },
      width: 130,
    },
    {
      key: "firstSeen",
      label: fillIn(Misconfigurations.columnFirstSeen, timeZoneName(now)),
      value: ({ firstSeen }) => firstSeen,
      text: ({ firstSeen }) => formatDate(firstSeen),
      width: 150,
    },
  ];
}

/** Filters that only misconfigurations have. */
export const misconfigurationFilters: readonly Filter<Misconfiguration>[] = [
  {
    key: "remediation",
    label: Recommendations.columnRemediation,
    pinned: true,
    valuesOf: ({ remediation }) => [remediationWords[remediation]],
  },
  {
    key: "tactic",
    label: Misconfigurations.filterTactic,
    pinned: false,
    valuesOf: ({ tactics }) => (tactics.length === 0 ? [""] : tactics),
    labelOf: (value) => (value === "" ? Misconfigurations.noTactic : labelOf(value)),
  },
];
