import { publishNotification } from "@microsoft/azureportal-reactview/Az";
import type { Notice, NoticeEnd, PendingNotice } from "../../Client/Core/host";

/** `Common.Notifications` of the SDK's declarations [T]. */
const statuses: Readonly<Record<NoticeEnd | "information", number>> = {
  information: 0,
  warning: 1,
  error: 2,
  success: 4,
};

/**
 * A notification when something begins, and one when it has ended. `publishPendingNotification` of the older SDK would change one
 * in place: what is known of the portal's modules for views has no such function. Of `publishNotification` only the name is
 * proven; its signature is that of the older SDK [B, K], and it is used here only.
 */
export function notifyPending(notice: Notice): PendingNotice {
  publishNotification({ ...notice, status: statuses.information });
  return {
    // Each step would be a notification of its own; the page shows them.
    update: () => undefined,
    complete: (last, end) => void publishNotification({ ...last, status: statuses[end] }),
  };
}
