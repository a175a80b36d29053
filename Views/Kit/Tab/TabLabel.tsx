import { Findings } from "../Screens/Findings.resjson";
import type { Finding, FindingsTab } from "../Model/findingsTab";
import { formatNumber } from "../Controls/formatNumber";
import { openCount } from "../Model/openFindings";
import { useScreen } from "../Screens/useScreen";

/** `Alerts (42)`, the number of those that are open; `Alerts (—)` when the number is not known, which is never the same as none. */
export function TabLabel<T extends Finding>({ tab }: { readonly tab: FindingsTab<T> }) {
  const { screen } = useScreen(tab);
  switch (screen.kind) {
    case "loading":
      return <>{tab.title}</>;
    case "findings":
      return <>{`${tab.title} (${countText(openCount(tab, screen.findings.listing))})`}</>;
    case "clean":
      return <>{`${tab.title} (${screen.doubts.length > 0 ? Findings.unknownCount : 0})`}</>;
    default:
      return <>{`${tab.title} (${Findings.unknownCount})`}</>;
  }
}

function countText(count: number | undefined): string {
  return count === undefined ? Findings.unknownCount : formatNumber(count);
}
