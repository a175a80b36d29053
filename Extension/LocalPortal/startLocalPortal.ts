import express from "express";
import { localPortalOutput } from "../build/localPortal.config";
import type { ScenarioName } from "../ArmEmulator/Scenarios/scenarioNames";
import { startArmEmulator, type ArmEmulator } from "../ArmEmulator/startArmEmulator";
import { batchProxy } from "./Server/batchProxy";
import { listenOnLoopback, ownHostOnly } from "./Server/loopback";
import { framePage, shellPage, type Page } from "./Server/pages";

export interface LocalPortalOptions {
  /** 0: any port that is free. */
  readonly port: number;
  readonly scenario: ScenarioName;
  /** Of the emulated world; absent: always the same one. */
  readonly seed?: number;
}

export interface LocalPortal {
  /** Address of the start page: the overview of the main cluster. */
  readonly url: string;
  readonly emulator: ArmEmulator;
  close(): Promise<void>;
}

/**
 * Starts the local portal: the shell, an origin of its own for view frames, and the ARM emulator. Needs the bundle of
 * `npm run build`. Rejects with Node's error when the port is taken.
 */
export async function startLocalPortal({ port, scenario, seed }: LocalPortalOptions): Promise<LocalPortal> {
  const emulator = await startArmEmulator({ scenario, seed });
  // Each server's pages name the other's address, so the pages are made when both are known.
  let shellOrigin = "";
  let frameOrigin = "";
  const frameApp = pageServer(
    () => frameOrigin,
    () => framePage(shellOrigin),
  );
  const shellApp = pageServer(
    () => shellOrigin,
    () =>
      shellPage({
        frameOrigin,
        scenario,
        "cluster-id": emulator.clusterId,
        "user-name": emulator.world.engineer.name,
        "user-email": emulator.world.engineer.email,
        "user-object-id": emulator.world.engineer.objectId,
        "tenant-id": emulator.world.tenantId,
      }),
  );
  shellApp.post(
    "/api/batch",
    express.text({ type: "application/json", limit: "16mb" }),
    batchProxy(emulator, () => shellOrigin),
  );
  try {
    const shell = await listenOnLoopback(shellApp, port);
    shellOrigin = shell.origin;
    const frame = await listenOnLoopback(frameApp, 0);
    frameOrigin = frame.origin;
    return {
      url: `${shellOrigin}/#@contoso/resource${emulator.clusterId}/overview`,
      emulator,
      close: async () => {
        await Promise.all([shell.close(), frame.close(), emulator.close()]);
      },
    };
  } catch (error) {
    await emulator.close();
    throw error;
  }
}

function pageServer(origin: () => string, page: () => Page) {
  const app = express();
  app.disable("x-powered-by");
  app.use(ownHostOnly(origin));
  app.use("/assets", express.static(localPortalOutput, { fallthrough: false }));
  app.get("/", (_request, response) => {
    const { html, headers } = page();
    response.set(headers).send(html);
  });
  return app;
}
