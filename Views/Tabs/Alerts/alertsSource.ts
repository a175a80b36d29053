import type { Alert } from "../../../Client/Domain/alert";
import type { FindingsPage, PageCursor } from "../../../Client/Domain/listing";
import { tabIds } from "../../Findings/tabIds";
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
