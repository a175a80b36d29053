import { recommendationLevels } from "../../../Client/Domain/level";
import type { Misconfiguration } from "../../../Client/Domain/misconfiguration";
import { defineTab } from "../../Findings/defineTab";
import type { FindingsTab } from "../../Findings/findingsTab";
import { formatDate } from "../../Findings/formatDate";
import { LevelBadge } from "../../Findings/LevelBadge";
import { misconfigurationColumns, misconfigurationFilters, remediationOf } from "./misconfigurationColumns";
import { MisconfigurationDetailsView } from "./MisconfigurationDetailsView";
import { Misconfigurations } from "./Misconfigurations.resjson";
import { misconfigurationsSource } from "./misconfigurationsSource";

/** What the level of these findings is. Without Defender CSPM no risk is computed, and the level is the severity. */
const byRisk = rankedBy(Misconfigurations.columnRisk, Misconfigurations.byRisk);
const bySeverity = rankedBy(Misconfigurations.columnSeverity, Misconfigurations.bySeverity);

function rankedBy(label: string, levelTitle: string) {
  return {
    columns: misconfigurationColumns(label, new Date()),
    filters: misconfigurationFilters(label),
    levelTitle,
  };
}

const misconfigurations: FindingsTab<Misconfiguration> = {
  ...misconfigurationsSource,
  ...bySeverity,
  title: Misconfigurations.title,
  description: Misconfigurations.description,
  learnMore: Misconfigurations.learnMore,
  noun: Misconfigurations.noun,
  readAction: "Microsoft.Security/assessments/read",
  // Free posture management checks clusters as well.
  needsPlan: false,
  levels: recommendationLevels,
  levelKey: "level",
  levelOf: ({ level }) => level,
  titleOf: ({ title }) => title,
  forItems: (items) => (items.some(({ ranking }) => ranking === "risk") ? byRisk : bySeverity),
  sort: { column: "level", descending: false },
  clean: { title: Misconfigurations.cleanTitle, text: Misconfigurations.cleanText },
  strip: (item) => [
    {
      label: item.ranking === "risk" ? Misconfigurations.columnRisk : Misconfigurations.columnSeverity,
      content: <LevelBadge level={item.level} />,
    },
    { label: Misconfigurations.stripRemediation, content: remediationOf(item) },
    { label: Misconfigurations.stripFirstSeen, content: formatDate(item.firstSeen) },
  ],
  Details: MisconfigurationDetailsView,
};

export const misconfigurationsTab = defineTab(misconfigurations);
