import { signInByCli, startRemoteAzure, type RemoteAzure } from "./remoteAzure";
import { createStandInAz, type StandInAz } from "./standInAz";

/** Azure, and an engineer who ran `az login` on this machine. */
export interface SignedIn {
  readonly azure: RemoteAzure;
  readonly az: StandInAz;
  close(): Promise<void>;
}

export async function startSignedIn(): Promise<SignedIn> {
  const azure = await startRemoteAzure();
  const az = createStandInAz(azure.issuer, String(azure.access.tls?.ca), azure.emulator.world.tenantId);
  const restore = signInByCli(az);
  return {
    azure,
    az,
    async close() {
      restore();
      az.close();
      await azure.close();
    },
  };
}
