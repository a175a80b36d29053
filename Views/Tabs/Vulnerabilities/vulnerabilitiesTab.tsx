import { recommendationLevels } from "../../../Client/Core/level";
import type { VulnerableComponent } from "../../../Client/Vulnerabilities/vulnerability";
import { detailsOnUse } from "../../Kit/Details/detailsOnUse";
import { findingsSource } from "../../Kit/Session/findingsQuery";
import { defineTab } from "../../Kit/Tab/defineTab";
import type { FindingsTab } from "../../Kit/Model/findingsTab";
import { Findings } from "../../Kit/Screens/Findings.resjson";
import { ownedTab } from "../../Features/Ownership/ownedTab";
import { rankedVariants } from "../../Features/Recommendations/rankedVariants";
import { Recommendations } from "../../Features/Recommendations/Recommendations.resjson";
import { componentDepth } from "./componentDepth";
import { componentColumns, componentFilters } from "./componentColumns";
import { componentRow, controllerText, nameText } from "./componentLabels";
import { Vulnerabilities } from "./Vulnerabilities.resjson";

const variants = rankedVariants<VulnerableComponent>({
  columns: componentColumns,
  filters: componentFilters,
  titleOf: nameText,
  tellOf: ({ place }) =>
    [place?.namespace ?? "", place ? controllerText(place) : ""].filter(Boolean).join(", "),
  fact:
    () =>
    ({ place }) => ({
      label: Vulnerabilities.columnNamespace,
      name: place?.namespace || Findings.unknownValue,
    }),
});

export const vulnerabilities: FindingsTab<VulnerableComponent> = {
  ...findingsSource("vulnerabilities"),
  ...variants([], { hasCspm: undefined, me: undefined }),
  ...ownedTab("vulnerabilities", componentRow),
  triage: {
    name: "vulnerabilities by key",
    load: async () =>
      (await import(/* webpackChunkName: "Actions" */ "./useComponentTriage")).useComponentTriage,
  },
  forItems: variants,
  title: Vulnerabilities.title,
  description: Vulnerabilities.description,
  learnMore: Vulnerabilities.learnMore,
  noun: Vulnerabilities.noun,
  counted: { one: Vulnerabilities.countedOne, many: Vulnerabilities.countedMany },
  readAction: "Microsoft.Security/assessments/read",
  readScope: "resourceGroup",
  nodesReadAction: "Microsoft.Security/assessments/read",
  coverage: {
    plans: ["containers", "cspm"],
    configurations: [
      "ContainerRegistriesVulnerabilityAssessments",
      "AgentlessDiscoveryForKubernetes",
      "AgentlessVmScanning",
    ],
  },
  levels: recommendationLevels,
  levelKey: "level",
  levelOf: ({ level }) => level,
  titleOf: nameText,
  sort: { column: "level", descending: false },
  clean: { title: Vulnerabilities.cleanTitle, text: Vulnerabilities.cleanText },
  neverScanned: {
    title: Findings.neverScannedTitle,
    text: Recommendations.neverScanned,
    needsFoundationalCspm: true,
  },
  depth: componentDepth,
  panelWidth: 900,
  Details: detailsOnUse(
    "vulnerabilities",
    async () =>
      (await import(/* webpackChunkName: "DetailViews" */ "./ComponentDetailsView")).ComponentDetailsView,
  ),
  reportParts: async () => (await import(/* webpackChunkName: "ReportWriter" */ "./cveParts")).cveParts,
};

export const vulnerabilitiesTab = defineTab(vulnerabilities);
