import { format } from "../../Client/Core/format";
import { readScenario } from "../ArmEmulator/Scenarios/readScenario";
import type { CommandLine } from "../CommandLine/commandLine";
import { openBrowser } from "../CommandLine/openBrowser";
import type { Running, Tell } from "../CommandLine/runServer";
import { readAzureFlags } from "../LocalPortal/AzureMode/azureFlags";
import { Program as Text } from "./Program.resjson";

/** Starts the local portal as the command line asks. Throws `CommandLineError`. */
export async function startCommand(line: CommandLine, views: ViewFiles, tell: Tell): Promise<Running> {
  const { port, switches } = line;
  const flags = readAzureFlags(line);
  const opens = !switches.has("no-open") && !process.env.CI;
  if (flags) {
    const { runAzureMode } = await import("../LocalPortal/AzureMode/runAzureMode");
    const terminal = { input: process.stdin, output: process.stdout };
    return runAzureMode({ flags, port, opens, terminal, tell, views });
  }
  const scenario = readScenario(line);
  const folder = views.folder();
  const warmUp = async () => (await import("../ArmEmulator/Kql/syntax")).warmUp();
  if (views.takesTime) {
    await warmUp(); // While other threads build.
  }
  const { startLocalPortal } = await import("../LocalPortal/startLocalPortal");
  const { url, close } = await startLocalPortal({ port, scenario, views: await folder });
  if (opens) {
    openBrowser(url);
  }
  const listening = { line: format(Text.startListening, scenario, url), close };
  // Else while the browser starts: it takes most of the time until there is a page.
  return views.takesTime ? listening : { ...listening, afterwards: () => void warmUp() };
}

/** Where the bundle of the views is. */
export interface ViewFiles {
  /** Whether it has to be built. */
  readonly takesTime: boolean;
  /** Resolves to the folder when it is complete: in the repository it is built first, in the package it is there. */
  folder(): Promise<string>;
}
