import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { openBrowser } from "../../CommandLine/openBrowser";
import { redirectFile } from "./pages";

interface OpenedPrivately {
  /** Removes the file that led there. */
  forget(): Promise<void>;
}

/**
 * Opens an address in the browser without showing it to the machine's other users: the opener is given a file that only its owner can
 * read, in a folder that only its owner can enter, and the file leads to the address.
 */
export async function openPrivately(
  url: string,
  open: (target: string) => void = openBrowser,
): Promise<OpenedPrivately> {
  const folder = await mkdtemp(path.join(tmpdir(), "local-portal-"));
  const file = path.join(folder, "open.html");
  await writeFile(file, redirectFile(url), { mode: 0o600, flag: "wx" });
  open(file);
  return { forget: () => rm(folder, { recursive: true, force: true }) };
}
