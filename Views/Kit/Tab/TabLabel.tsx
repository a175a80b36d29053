import { Findings as Text } from "../Screens/Findings.resjson";
import type { Findings } from "../Session/useFindings";
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
      return <>{`${tab.title} (${countText(countOf(tab, screen.findings))})`}</>;
    case "clean":
      return <>{`${tab.title} (${screen.doubts.length > 0 ? Text.unknownCount : 0})`}</>;
    default:
      return <>{`${tab.title} (${Text.unknownCount})`}</>;
  }
}

/** A number that could not be read again might be another one by now. */
function countOf<T extends Finding>(tab: FindingsTab<T>, { listing, lost }: Findings<T>): number | undefined {
  return lost?.part === "refresh" ? undefined : openCount(tab, listing);
}

function countText(count: number | undefined): string {
  return count === undefined ? Text.unknownCount : formatNumber(count);
}
