import type { RegisteredTab } from "../Findings/findingsTab";
import { alertsTab } from "./Alerts/alertsTab";
import { misconfigurationsTab } from "./Misconfigurations/misconfigurationsTab";

/** The tabs of the dashboard, in order. */
export const tabs: readonly RegisteredTab[] = [alertsTab, misconfigurationsTab];
