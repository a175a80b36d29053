import type { RegisteredTab } from "../Findings/findingsTab";
import { alertsTab } from "./Alerts/alertsTab";

/** The tabs of the dashboard, in order. */
export const tabs: readonly RegisteredTab[] = [alertsTab];
