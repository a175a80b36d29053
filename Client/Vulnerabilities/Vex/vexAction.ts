import { format } from "../../Core/format";
import { Vex as Text } from "./Vex.resjson";
import type { VexEntry } from "./vexEntry";

/** What to do about it, in words. */
export function vexAction(entry: VexEntry): string {
  switch (entry.fix) {
    case "fixed":
      return updateText(entry);
    case "notAbove":
      return format(Text.notAbove, entry.fixedVersion);
    case "claimed":
      return Text.claimed;
    case "none":
      return Text.none;
    case "unknown":
      return Text.unknown;
  }
}

function updateText({ packages: [first], updates, fixedVersion }: VexEntry): string {
  switch (updates) {
    case "package":
      return first
        ? format(Text.updatePackage, first.name, fixedVersion)
        : format(Text.updateAPackage, fixedVersion);
    case "nodeImage":
      return format(Text.updateNodeImage, fixedVersion);
    case "kubernetes":
      return format(Text.updateKubernetes, fixedVersion);
  }
}
