import {
  closeCurrentBlade,
  configureBladeAlertOnClose,
  effectiveLocale,
  getUserInfo,
  openBlade,
} from "@microsoft/azureportal-reactview/Az";
import { readSettings, writeSetting } from "@microsoft/azureportal-reactview/PersistentStorage";
import type { Host, SavedFile, User } from "../../Client/Core/host";
import { textOf } from "../../Client/Core/json";
import { regionalFormatOf } from "../../Client/Core/regionalFormat";
import { createChanges } from "./changes";
import { createLinks } from "./createLinks";
import { gzip } from "./gzip";
import { notifyPending } from "./pendingNotice";
import { openPane } from "./openPane";
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

function saveFile({ name, mediaType, parts }: SavedFile): void {
  const url = URL.createObjectURL(new Blob([...parts], { type: `${mediaType};charset=utf-8` }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}

/** A page that the browser keeps, to go back to it, has not left. */
function onLeave(listener: () => void): () => void {
  const hear = ({ persisted }: PageTransitionEvent) => persisted || listener();
  window.addEventListener("pagehide", hear);
  return () => window.removeEventListener("pagehide", hear);
}

/**
 * The portal as the views use it; `topic` is what they speak to each other about, the id of a cluster. The signature of the
 * question before closing is not proven for ReactViews: it is used here only.
 */
export function createHost(topic: string): Host {
  const { returned, viewClosed, ...changes } = createChanges(topic);
  return {
    regionalFormat: regionalFormatOf(effectiveLocale),
    notifyPending,
    openBlade,
    openPane: (view, parameters) => openPane(view, parameters, viewClosed),
    close: () => closeCurrentBlade(returned()),
    guardClose: (question) =>
      configureBladeAlertOnClose({ showAlert: question !== undefined, message: question ?? "" }),
    onLeave,
    ...changes,
    ...createLinks(),
    copyText,
    viewLink,
    showView,
    gzip,
    currentUser,
    saveFile,
    settings: {
      read: async (key) => textOf((await readSettings(key))[key]),
      write: writeSetting,
    },
  };
}
