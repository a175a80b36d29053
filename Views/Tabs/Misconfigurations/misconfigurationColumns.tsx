import { fillIn } from "../../../Client/Domain/fillIn";
import { recommendationLevels } from "../../../Client/Domain/level";
import type { Misconfiguration } from "../../../Client/Domain/misconfiguration";
import { labelOf } from "../../../Client/Domain/words";
import type { Column, Filter } from "../../Findings/findingsTab";
import { formatDate, utcOffset } from "../../Findings/formatDate";
import { LevelBadge } from "../../Findings/LevelBadge";
import { Misconfigurations } from "./Misconfigurations.resjson";

/** How a misconfiguration can be mended, as far as the recommendation tells. */
export function remediationOf({ policyId }: Misconfiguration): string {
  return policyId === undefined ? Misconfigurations.remediationManual : Misconfigurations.remediationPolicy;
}

/** Columns of the grid. `levelLabel` is what the level is: a risk, or only a severity. */
export function misconfigurationColumns(levelLabel: string, now: Date): readonly Column<Misconfiguration>[] {
  return [
    {
      key: "level",
      label: levelLabel,
      value: ({ level }) => level,
      render: ({ level }) => <LevelBadge level={level} />,
      rank: ({ level }) => recommendationLevels.indexOf(level),
      width: 120,
    },
    {
      key: "title",
      label: Misconfigurations.columnTitle,
      value: ({ title }) => title,
      width: 320,
      grow: 1,
      isRowHeader: true,
    },
    { key: "remediation", label: Misconfigurations.columnRemediation, value: remediationOf, width: 170 },
    {
      key: "firstSeen",
      label: fillIn(Misconfigurations.columnFirstSeen, utcOffset(now)),
      value: ({ firstSeen }) => firstSeen,
      text: ({ firstSeen }) => formatDate(firstSeen),
      width: 190,
    },
  ];
}

/** Filters of the grid. */
export function misconfigurationFilters(levelLabel: string): readonly Filter<Misconfiguration>[] {
  return [
    {
      key: "level",
      label: levelLabel,
      pinned: true,
      valuesOf: ({ level }) => [level],
      order: recommendationLevels,
    },
    {
      key: "remediation",
      label: Misconfigurations.columnRemediation,
      pinned: true,
      valuesOf: (item) => [remediationOf(item)],
    },
    {
      key: "tactic",
      label: Misconfigurations.filterTactic,
      pinned: false,
      valuesOf: ({ tactics }) => (tactics.length === 0 ? [""] : tactics),
      labelOf: (value) => (value === "" ? Misconfigurations.noTactic : labelOf(value)),
    },
  ];
}
