import { existsSync } from "node:fs";
import path from "node:path";
import { thisMachine, type Machine } from "../../Extension/Doctor/machine";
import { installedChromium } from "../Support/findChromium";

/** What the doctor asks of the machine and of this checkout. */
export interface System extends Machine {
  /** Whether a file is there, by its path from the root of the repository. */
  exists(file: string): boolean;
  /** Where a browser is; `undefined` when there is none. */
  chromium(): string | undefined;
}

const root = path.resolve(__dirname, "../..");

/** This machine. */
export const thisSystem: System = {
  ...thisMachine,
  exists: (file) => existsSync(path.join(root, file)),
  chromium() {
    try {
      return installedChromium();
    } catch {
      return undefined; // CHROMIUM_PATH names something else.
    }
  },
};
