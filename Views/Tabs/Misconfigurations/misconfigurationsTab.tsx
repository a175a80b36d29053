import { policyAddOnName } from "../../../Client/Core/defenderPlan";
import { recommendationLevels } from "../../../Client/Core/level";
import type { Misconfiguration } from "../../../Client/Misconfigurations/misconfiguration";
import { detailsOnUse } from "../../Kit/Details/detailsOnUse";
import { findingsSource } from "../../Kit/Session/findingsQuery";
import { defineTab } from "../../Kit/Tab/defineTab";
import type { FindingsTab } from "../../Kit/Model/findingsTab";
import { Findings } from "../../Kit/Screens/Findings.resjson";
import { ownedTab } from "../../Features/Ownership/ownedTab";
import { useQuickFixCommand } from "../../Features/QuickFixes/useQuickFixCommand";
import { rankedVariants } from "../../Features/Recommendations/rankedVariants";
import { Recommendations } from "../../Features/Recommendations/Recommendations.resjson";
import { misconfigurationColumns, misconfigurationFilters } from "./misconfigurationColumns";
import { Misconfigurations } from "./Misconfigurations.resjson";
import { misconfigurationFix, misconfigurationRow } from "./misconfigurationRow";

const columns = misconfigurationColumns(new Date());

const variants = rankedVariants<Misconfiguration>({
  columns: () => columns,
  filters: misconfigurationFilters,
  titleOf: ({ title }) => title,
  tellOf: ({ resource }) => resource ?? "",
});

const owned = ownedTab("misconfigurations", misconfigurationRow);

export const misconfigurations: FindingsTab<Misconfiguration> = {
  ...findingsSource("misconfigurations"),
  ...variants([], { hasCspm: undefined, me: undefined }),
  ...owned,
  useCommands: (selected) => [
    ...owned.useCommands(selected),
    useQuickFixCommand(selected.items.map((item) => ({ title: item.title, row: misconfigurationFix(item) }))),
  ],
  triage: {
    name: "misconfigurations by key",
    load: async () =>
      (await import(/* webpackChunkName: "Actions" */ "./useMisconfigurationTriage"))
        .useMisconfigurationTriage,
  },
  forItems: variants,
  title: Misconfigurations.title,
  description: Misconfigurations.description,
  learnMore: Misconfigurations.learnMore,
  noun: Misconfigurations.noun,
  counted: { one: Misconfigurations.countedOne, many: Misconfigurations.countedMany },
  readAction: "Microsoft.Security/assessments/read",
  readScope: "resourceGroup",
  nodesReadAction: "Microsoft.Security/assessments/read",
  // Free posture management checks the cluster as well; what runs in it, the policy add-on and the agentless discovery do.
  coverage: { plans: [], configurations: [policyAddOnName, "AgentlessDiscoveryForKubernetes"] },
  levels: recommendationLevels,
  levelKey: "level",
  levelOf: ({ level }) => level,
  titleOf: ({ title }) => title,
  ruleOf: ({ key, title }) => ({ id: key, title }),
  sort: { column: "level", descending: false },
  clean: { title: Misconfigurations.cleanTitle, text: Misconfigurations.cleanText },
  neverScanned: {
    title: Findings.neverScannedTitle,
    text: Recommendations.neverScanned,
    needsFoundationalCspm: true,
  },
  Details: detailsOnUse(
    "misconfigurations",
    async () =>
      (await import(/* webpackChunkName: "DetailViews" */ "./MisconfigurationDetailsView"))
        .MisconfigurationDetailsView,
  ),
};

export const misconfigurationsTab = defineTab(misconfigurations);
