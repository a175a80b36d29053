import { format } from "../../Client/Core/format";
import packageFile from "../../package.json";
import type { Check, Task } from "./doctor";
import { Doctor as Text } from "./Doctor.resjson";
import type { Machine } from "./machine";

/** What everybody may want to do. */
export const machineTasks = [
  { name: "run", title: Text.taskRun },
  { name: "azure", title: Text.taskAzure },
] as const satisfies readonly Task[];

/** What running the program needs of a machine. */
export function machineChecks(machine: Machine): readonly Check[] {
  return [node(machine), azureCli(machine), azureLogin(machine)];
}

function node({ nodeVersion }: Machine): Check {
  const least = packageFile.engines.node.replace(/[^\d.]/g, "");
  const isThere = isAtLeast(nodeVersion, least);
  const details = isThere ? nodeVersion : format(Text.nodeOld, nodeVersion, least);
  return { task: "run", what: Text.node, isThere, details };
}

/** Compares versions number by number. */
export function isAtLeast(version: string, least: string): boolean {
  const [have, want] = [version, least].map((text) => text.split(".").map(Number));
  const difference = (want ?? []).map((number, at) => (have?.[at] ?? 0) - number).find((one) => one !== 0);
  return (difference ?? 0) >= 0;
}

function azureCli({ run }: Machine): Check {
  const isThere = run("az", "version") !== undefined;
  return { task: "azure", what: Text.cli, isThere, details: isThere ? Text.installed : Text.cliMissing };
}

function azureLogin({ run }: Machine): Check {
  const isThere = run("az", "account", "show", "--output", "none") !== undefined;
  return { task: "azure", what: Text.login, isThere, details: isThere ? Text.signedIn : Text.loginMissing };
}
