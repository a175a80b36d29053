import { format } from "../../Client/Core/format";
import { readScenario } from "../ArmEmulator/Scenarios/readScenario";
import type { ArmEmulator } from "../ArmEmulator/startArmEmulator";
import type { CommandLine } from "../CommandLine/commandLine";
import type { Running, Tell } from "../CommandLine/runServer";
import { Program as Text } from "./Program.resjson";

/** Starts the ARM emulator alone, with `--tls` as a cloud that clients can sign in to. Throws `CommandLineError`. */
export async function armCommand(line: CommandLine, tell: Tell): Promise<Running> {
  const scenario = readScenario(line);
  const { warmUp } = await import("../ArmEmulator/Kql/syntax");
  const { startArmEmulator } = await import("../ArmEmulator/startArmEmulator");
  const certificate = line.switches.has("tls") ? await ownCertificate() : undefined;
  const emulator = await startArmEmulator({
    port: line.port,
    scenario,
    onUnknown: tell,
    ...(certificate ? { tls: certificate, signIn: { lifetimeSeconds: 3_600, refusal: undefined } } : {}),
  });
  const { url, clusterId, token, close } = emulator;
  const listening = format(Text.armListening, scenario, url, clusterId, token);
  return {
    line: certificate ? [listening, ...signInLines(emulator, certificate.certFile)].join("\n") : listening,
    close,
    // The first query waits less for it then.
    afterwards: warmUp,
  };
}

/** The one that sideloading uses too: it's for this machine's localhost alone. */
async function ownCertificate() {
  const { cacheFolder, keptCertificate } = await import("../LocalPortal/Sideload/certificate");
  return keptCertificate(cacheFolder(), new Date());
}

/** Azure CLI asks ARM for those that it isn't told, but for that of Microsoft Graph. */
const endpointsOf = (url: string) => ({ resourceManager: url, microsoftGraphResourceId: `${url}/graph` });

/** Name of the cloud in Azure CLI. */
const cloudName = "emulator";

/** What one types to make it a cloud of Azure CLI, and to sign in. */
function signInLines({ url, world, client }: ArmEmulator, certFile: string): readonly string[] {
  const login = `az login --service-principal -u ${client?.id} -p ${client?.secret} --tenant ${world.tenantId}`;
  return [
    "",
    Text.armSignIn,
    `  export REQUESTS_CA_BUNDLE='${certFile}' NODE_EXTRA_CA_CERTS='${certFile}'`,
    `  az cloud register --name ${cloudName} --cloud-config '${JSON.stringify({ endpoints: endpointsOf(url) })}'`,
    `  az cloud set --name ${cloudName}`,
    `  ${login}`,
    Text.armSignOut,
    "  az cloud set --name AzureCloud",
    // Another run has another address, and a name is registered once.
    `  az cloud unregister --name ${cloudName}`,
  ];
}
