import { Findings } from "./Findings.resjson";
import type { Finding, FindingsTab } from "./findingsTab";
import { formatNumber } from "./formatNumber";
import { openCount } from "./openFindings";
import { useScreen } from "./useScreen";

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
