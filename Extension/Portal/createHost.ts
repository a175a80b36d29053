import { openBlade, publishPendingNotification } from "@microsoft/azureportal-reactview/Az";
import type { Host } from "../../Client/Domain/host";
import { gzip } from "./gzip";

/** A view's frame may be forbidden the clipboard. */
async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false; // The page then says how to copy by hand.
  }
}

/** The portal as the views use it. The signature of its notifications is not proven for ReactViews: it is used here only. */
export function createHost(): Host {
  return {
    notifyPending(notice) {
      const notification = publishPendingNotification(notice);
      return {
        update: (next) => notification.update(next),
        complete: (last, end) => notification.complete({ ...last, status: end }),
      };
    },
    openBlade,
    copyText,
    gzip,
  };
}
