import { getUserInfo, openBlade, publishPendingNotification } from "@microsoft/azureportal-reactview/Az";
import { readSettings, writeSetting } from "@microsoft/azureportal-reactview/PersistentStorage";
import type { Host, TextFile, User } from "../../Client/Domain/host";
import { gzip } from "./gzip";
import { showView, viewLink } from "./viewAddress";

/** A view's frame may be forbidden the clipboard. */
async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false; // The page then says how to copy by hand.
  }
}

async function currentUser(): Promise<User> {
  const { email, objectId } = await getUserInfo();
  return { email, objectId };
}

function saveFile({ name, mediaType, text }: TextFile): void {
  const url = URL.createObjectURL(new Blob([text], { type: `${mediaType};charset=utf-8` }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
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
    viewLink,
    showView,
    gzip,
    currentUser,
    saveFile,
    settings: {
      read: async (key) => (await readSettings(key))[key],
      write: writeSetting,
    },
  };
}
