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
  return [node(machine), ...signIn(machine)];
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

/** One of several ways to sign in is enough, as the program takes them: what the machine is set up for, then the first tool. */
function signIn(machine: Machine): readonly Check[] {
  const there = (what: string, details: string): Check => ({ task: "azure", what, isThere: true, details });
  if (signsInByItself(machine.env)) {
    return [there(Text.login, Text.byEnvironment)];
  }
  const cli = azureCli(machine);
  const other = cli.isThere ? undefined : otherTools.find(({ program }) => isInstalled(machine, program));
  return other
    ? [there(other.name, Text.installed), there(Text.login, Text.notChecked)]
    : [cli, azureLogin(machine)];
}

/** A service principal or a workload identity, or the identity of a hosting service. */
function signsInByItself(env: Machine["env"]): boolean {
  const isClient = env.AZURE_CLIENT_ID && env.AZURE_TENANT_ID;
  const hasProof =
    env.AZURE_CLIENT_SECRET || env.AZURE_CLIENT_CERTIFICATE_PATH || env.AZURE_FEDERATED_TOKEN_FILE;
  return Boolean((isClient && hasProof) || env.IDENTITY_ENDPOINT || env.MSI_ENDPOINT);
}

/** In the order in which the program asks them where there is no Azure CLI. */
const otherTools = [
  { name: Text.powerShell, program: "pwsh" },
  { name: Text.developerCli, program: "azd" },
] as const;

function isInstalled({ run }: Machine, program: string): boolean {
  return run(program, program === "azd" ? "version" : "--version") !== undefined;
}

function azureCli({ run }: Machine): Check {
  const isThere = run("az", "version") !== undefined;
  return { task: "azure", what: Text.cli, isThere, details: isThere ? Text.installed : Text.cliMissing };
}

function azureLogin({ run }: Machine): Check {
  const isThere = run("az", "account", "show", "--output", "none") !== undefined;
  return { task: "azure", what: Text.login, isThere, details: isThere ? Text.signedIn : Text.loginMissing };
}
