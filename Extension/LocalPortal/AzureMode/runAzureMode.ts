import { format } from "../../../Client/Core/format";
import type { Running } from "../../CommandLine/runServer";
import { openPrivately } from "../Server/openPrivately";
import { keyMinutes } from "../Gate/pageAccess";
import type { AzureAccess } from "./azureAccount";
import { placeOf, type AzureFlags } from "./azureFlags";
import { AzureMode } from "./AzureMode.resjson";
import { inOneLine } from "./azureProblem";
import type { Terminal } from "./chooseCluster";
import { pickCluster } from "./pickCluster";
import { startAzurePortal } from "./startAzurePortal";

interface AzureModeOptions {
  readonly flags: AzureFlags;
  readonly port: number;
  /** Whether to open the page in the browser; otherwise its address is printed. */
  readonly opens: boolean;
  readonly terminal: Terminal;
  readonly tell: (line: string) => void;
  /** See {@link startAzurePortal}: asked for after the sign-in. */
  readonly views?: { folder(): Promise<string> };
  /** Only tests pass their own. */
  readonly access?: Omit<AzureAccess, "tenantId">;
  readonly openFile?: (file: string) => void;
}

/** `npm start` with `--cluster` or `--pick`. Throws `CommandLineError` when there is no cluster to start for, or no sign-in. */
export async function runAzureMode(options: AzureModeOptions): Promise<Running> {
  const { flags, port, opens, terminal, tell, openFile, views } = options;
  const { cloud, tenantId, isReadOnly } = flags;
  const access = { cloud, ...options.access, ...(tenantId === undefined ? {} : { tenantId }) };
  const place = flags.place ?? placeOf(await inOneLine(pickCluster(access, terminal, tell)));
  const portal = await inOneLine(
    startAzurePortal({
      ...{ port, access, place, isReadOnly, tell, needsSignIn: true },
      ...(views ? { views } : {}),
    }),
  );
  if (!opens) {
    const url = portal.newUrl("terminal");
    return { line: format(AzureMode.listening, cloud.name, keyMinutes, url), close: portal.close };
  }
  const { forget } = await openPrivately(portal.newUrl("file"), openFile);
  return {
    line: format(AzureMode.opened, cloud.name, portal.origin),
    close: async () => {
      await Promise.all([portal.close(), forget()]);
    },
  };
}
