import type { VulnerableComponent } from "../../../Client/Vulnerabilities/vulnerability";
import { NodePoolTexts } from "../../Features/NodePools/NodePools.resjson";
import { useUpgradeNamed } from "../../Features/NodePools/useUpgradeNamed";
import { useOwnerOffers } from "../../Features/Ownership/ownedTab";
import { Recommendations } from "../../Features/Recommendations/Recommendations.resjson";
import type { Selected } from "../../Kit/Model/findingsTab";
import { noOffer, type TriageOffers } from "../../Kit/Triage/triage";
import { componentRow } from "./componentLabels";
import { Vulnerabilities } from "./Vulnerabilities.resjson";

/** What keys do to vulnerable components. */
export function useComponentTriage({ items }: Selected<VulnerableComponent>): TriageOffers {
  const [only, ...others] = items;
  const { said, start } = useUpgradeNamed(only?.name ?? "");
  const isPool = only?.kind === "nodePool" && others.length === 0;
  return {
    ...useOwnerOffers("vulnerabilities", items.map(componentRow)),
    fix: isPool
      ? { text: NodePoolTexts.upgrade, disabledBecause: undefined, onSelect: start, said }
      : noOffer(others.length > 0 ? Vulnerabilities.noFixOfMany : Vulnerabilities.noFix),
    logs: noOffer(Recommendations.noLogs),
  };
}
