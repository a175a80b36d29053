import type { FindingsPage, PageCursor } from "../../../Client/Core/listing";
import type { Misconfiguration } from "../../../Client/Misconfigurations/misconfiguration";
import { tabIds } from "../../Kit/Model/tabIds";
import type { Services } from "../../../Client/services";

/** What identifies and loads the misconfigurations. The data fetcher starts it before React is there. */
export const misconfigurationsSource = {
  id: tabIds.misconfigurations,
  loadPage: (
    services: Services,
    cursor: PageCursor | undefined,
    signal?: AbortSignal,
  ): Promise<FindingsPage<Misconfiguration>> => services.misconfigurations.listPage(cursor, signal),
};
