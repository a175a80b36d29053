import type { ComplianceIssue } from "../../../Client/Compliance/compliance";
import type { FindingsPage, PageCursor } from "../../../Client/Core/listing";
import { tabIds } from "../../Kit/Model/tabIds";
import type { Services } from "../../../Client/services";

/** What identifies and loads the compliance issues. The data fetcher starts it before React is there. */
export const complianceSource = {
  id: tabIds.compliance,
  loadPage: (
    services: Services,
    cursor: PageCursor | undefined,
    signal?: AbortSignal,
  ): Promise<FindingsPage<ComplianceIssue>> => services.compliance.listPage(cursor, signal),
};
