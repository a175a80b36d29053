import { standardLabel, type ComplianceIssue } from "../../../Client/Compliance/compliance";
import { recommendationLevels } from "../../../Client/Core/level";
import { detailsOnUse } from "../../Kit/Details/detailsOnUse";
import { findingsSource } from "../../Kit/Session/findingsQuery";
import { defineTab } from "../../Kit/Tab/defineTab";
import { distinctName } from "../../Kit/Model/distinctColumn";
import type { FindingsTab } from "../../Kit/Model/findingsTab";
import { ownedTab } from "../../Features/Ownership/ownedTab";
import { useQuickFixCommand } from "../../Features/QuickFixes/useQuickFixCommand";
import { rankedVariants } from "../../Features/Recommendations/rankedVariants";
import { complianceColumns, complianceFilters, standardNames } from "./complianceColumns";
import { Compliance } from "./Compliance.resjson";
import { complianceFix, complianceRow } from "./complianceRow";
import { StandardsSummary } from "./StandardsSummary";

const variants = rankedVariants<ComplianceIssue>({
  columns: complianceColumns,
  filters: complianceFilters,
  titleOf: ({ title }) => title,
  tellOf: ({ standard, control }) => `${standardLabel(standard)} ${control}`,
  fact(items) {
    const nameOf = distinctName(standardNames, items);
    return (issue) => ({ label: Compliance.columnStandard, name: nameOf(issue) ?? issue.standard });
  },
});

const owned = ownedTab("compliance", complianceRow);

export const compliance: FindingsTab<ComplianceIssue> = {
  ...findingsSource("compliance"),
  ...variants([], { hasCspm: undefined, me: undefined }),
  ...owned,
  useCommands: (selected) => [
    ...owned.useCommands(selected),
    useQuickFixCommand(selected.items.map((item) => ({ title: item.title, row: complianceFix(item) }))),
  ],
  triage: {
    name: "compliance by key",
    load: async () =>
      (await import(/* webpackChunkName: "Actions" */ "./useComplianceTriage")).useComplianceTriage,
  },
  forItems: variants,
  title: Compliance.title,
  description: Compliance.description,
  learnMore: Compliance.learnMore,
  noun: Compliance.noun,
  counted: { one: Compliance.countedOne, many: Compliance.countedMany },
  readAction:
    "Microsoft.Security/regulatoryComplianceStandards/regulatoryComplianceControls/regulatoryComplianceAssessments/read",
  // Standards are assigned to subscriptions, and only there may their results be read.
  readScope: "subscription",
  nodesReadAction: "Microsoft.Security/assessments/read",
  coverage: { plans: [], configurations: ["AgentlessDiscoveryForKubernetes"] },
  levels: recommendationLevels,
  levelKey: "level",
  levelOf: ({ level }) => level,
  titleOf: ({ title }) => title,
  ruleOf: ({ standard, control, recommendation, title }) => ({
    id: [standard, control, recommendation].join("/"),
    title,
  }),
  sort: { column: "level", descending: false },
  Summary: StandardsSummary,
  footnote: Compliance.disclaimer,
  clean: { title: Compliance.cleanTitle, text: Compliance.cleanText },
  neverScanned: {
    title: Compliance.noStandardTitle,
    text: Compliance.noStandardText,
    needsFoundationalCspm: true,
  },
  Details: detailsOnUse(
    "compliance",
    async () =>
      (await import(/* webpackChunkName: "DetailViews" */ "./ComplianceDetailsView")).ComplianceDetailsView,
  ),
};

export const complianceTab = defineTab(compliance);
