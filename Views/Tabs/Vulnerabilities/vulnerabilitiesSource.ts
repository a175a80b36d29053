import type { VulnerableComponent } from "../../../Client/Vulnerabilities/vulnerability";
import type { FindingsPage, PageCursor } from "../../../Client/Core/listing";
import { tabIds } from "../../Kit/Model/tabIds";
import type { Services } from "../../../Client/services";

/** What identifies and loads the vulnerable components. The data fetcher starts it before React is there. */
export const vulnerabilitiesSource = {
  id: tabIds.vulnerabilities,
  loadPage: (
    services: Services,
    cursor: PageCursor | undefined,
    signal?: AbortSignal,
  ): Promise<FindingsPage<VulnerableComponent>> => services.vulnerabilities.listPage(cursor, signal),
};
