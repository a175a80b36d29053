import type { Alert } from "../../../Client/Alerts/alert";
import type { FindingsPage, PageCursor } from "../../../Client/Core/listing";
import { tabIds } from "../../Kit/Model/tabIds";
import type { Services } from "../../../Client/services";

/** What identifies and loads the alerts. Apart from the tab, because the data fetcher starts it before React is there. */
export const alertsSource = {
  id: tabIds.alerts,
  loadPage: (
    services: Services,
    cursor: PageCursor | undefined,
    signal?: AbortSignal,
  ): Promise<FindingsPage<Alert>> => services.alerts.listPage(cursor, signal),
};
