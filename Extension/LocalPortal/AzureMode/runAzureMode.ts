import { fillIn } from "../../../Client/Domain/fillIn";
import { CommandLineError, type Running } from "../../ArmEmulator/commandLine";
import type { AzureAccess } from "./azureAccount";
import { placeOf, type AzureFlags } from "./azureFlags";
import { AzureMode } from "./AzureMode.resjson";
import { AzureProblem } from "./azureProblem";
import { pickCluster, type Terminal } from "./pickCluster";
import { startAzurePortal } from "./startAzurePortal";

export interface AzureModeOptions {
  readonly flags: AzureFlags;
  readonly port: number;
  readonly terminal: Terminal;
  readonly tell: (line: string) => void;
  /** Only tests pass their own. */
  readonly access?: Omit<AzureAccess, "tenantId">;
}

/** `npm start` with `--cluster` or `--pick`. Throws {@link CommandLineError} when there is no cluster to start for. */
export async function runAzureMode(options: AzureModeOptions): Promise<Running & { readonly url: string }> {
  const { flags, port, terminal, tell } = options;
  const { cloud, tenantId, isReadOnly } = flags;
  const access = { cloud, ...options.access, ...(tenantId === undefined ? {} : { tenantId }) };
  const place = flags.place ?? placeOf(await picked(access, terminal));
  const { url, close } = await startAzurePortal({ port, access, place, isReadOnly, tell });
  return { url, close, line: fillIn(AzureMode.listening, cloud.name, url) };
}

async function picked(access: AzureAccess, terminal: Terminal): Promise<string> {
  try {
    return await pickCluster(access, terminal);
  } catch (error) {
    throw error instanceof AzureProblem ? new CommandLineError(error.message) : error;
  }
}
