import { createAzure } from "../../Client/Azure/Pipeline/azure";
import { createHostHttpClient } from "../../Client/Azure/Pipeline/hostHttpClient";
import { clusterScopeOf } from "../../Client/Core/clusterScope";
import { createServices, type Services } from "../../Client/services";
import type { FaultOrder } from "../../Extension/ArmEmulator/Server/namedFaults";
import { startArmEmulator, type ArmEmulator } from "../../Extension/ArmEmulator/startArmEmulator";
import { createArmTransport, type ArmTransport } from "../../Extension/LocalPortal/AzureMode/armTransport";
import { createCertificate } from "../../Extension/LocalPortal/Sideload/certificate";
import { createFakeClock } from "../Support/fakeClock";

export interface DrillCall {
  readonly commandName: string;
  readonly isWrite: boolean;
}

/** A page with our services on an emulator whose faults can be switched. Waits between tries take no time. */
export interface DrillPage {
  readonly emulator: ArmEmulator;
  /** Every try, in the order sent; tests empty it. */
  readonly calls: DrillCall[];
  /** Services that have read nothing before, as after a reload; they give up a try after so many seconds. */
  reload(secondsPerTry?: number): Services;
  switchTo(faults: readonly FaultOrder[]): Promise<void>;
  /** Sends one call to the emulator itself. */
  readonly send: ArmTransport;
  close(): Promise<void>;
}

/** The calls go one by one through Azure mode's transport, so that a connection can break for each of them. */
export async function openDrillPage(): Promise<DrillPage> {
  // One for both sides: while our side waits, quotas fill up again.
  const clock = createFakeClock(Date.now());
  const certificate = await createCertificate(new Date());
  const emulator = await startArmEmulator({
    tls: certificate,
    graphLagSeconds: 0,
    now: () => new Date(clock.now()),
  });
  const found = clusterScopeOf(emulator.clusterId);
  if (!found.ok) {
    throw new Error(found.reason);
  }
  const { cluster } = found;
  const send = createArmTransport(emulator.url, { ca: certificate.cert });
  const calls: DrillCall[] = [];
  const httpClient = createHostHttpClient(async ({ method, uri, commandName, headers, body }) => {
    const { pathname, search } = new URL(uri);
    calls.push({ commandName, isWrite: method !== "GET" && !/resourcegraph|queryresults$/i.test(pathname) });
    const answer = await send({
      method,
      target: `${pathname}${search}`,
      headers: {
        ...headers,
        "x-ms-command-name": commandName,
        // As the portal's links are: back to ARM, over TLS.
        "x-forwarded-proto": "https",
        "x-forwarded-host": "management.azure.com",
      },
      content: body,
      token: emulator.token,
    });
    return { status: answer.status, headers: answer.headers, body: answer.content };
  });
  const reload = (secondsPerTry = 60) => {
    const { subscriptionId } = cluster;
    return createServices(
      createAzure({ httpClient, subscriptionId, clock, random: () => 0, secondsPerTry }),
      cluster,
    );
  };
  return {
    emulator,
    calls,
    reload,
    async switchTo(faults) {
      const { status, content } = await send({
        method: "PUT",
        target: "/emulator/faults",
        content: faults,
        token: emulator.token,
      });
      if (status !== 200) {
        throw new Error(`The faults were refused: ${JSON.stringify(content)}`);
      }
    },
    send,
    close: () => emulator.close(),
  };
}
