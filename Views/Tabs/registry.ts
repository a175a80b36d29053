import type { RegisteredTab } from "../Kit/Model/findingsTab";
import { alertsTab } from "./Alerts/alertsTab";
import { complianceTab } from "./Compliance/complianceTab";
import { misconfigurationsTab } from "./Misconfigurations/misconfigurationsTab";
import { vulnerabilitiesTab } from "./Vulnerabilities/vulnerabilitiesTab";

/** The tabs of the dashboard, in order. */
export const tabs: readonly RegisteredTab[] = [
  alertsTab,
  vulnerabilitiesTab,
  misconfigurationsTab,
  complianceTab,
];
