import type { FindingKind } from "../../Client/services";
import type { RegisteredTab } from "../Kit/Model/findingsTab";
import { alertsTab } from "./Alerts/alertsTab";
import { complianceTab } from "./Compliance/complianceTab";
import { misconfigurationsTab } from "./Misconfigurations/misconfigurationsTab";
import { vulnerabilitiesTab } from "./Vulnerabilities/vulnerabilitiesTab";

/**
 * The tab of each kind of finding. The kinds themselves are in `Client/services.ts`: the data fetcher starts their queries before React is
 * loaded, and one table with both would load it. A tab that is found by its folder would have no type; so each has a line here, and the
 * compiler asks for one that lacks.
 */
const tabOf: Readonly<Record<FindingKind, RegisteredTab>> = {
  alerts: alertsTab,
  vulnerabilities: vulnerabilitiesTab,
  misconfigurations: misconfigurationsTab,
  compliance: complianceTab,
};

/** The tabs of the dashboard, in order. */
export const tabs: readonly RegisteredTab[] = Object.values(tabOf);
