import { generateKeyPairSync } from "node:crypto";
import {
  startArmEmulator,
  type ArmEmulator,
  type ArmEmulatorOptions,
} from "../../Extension/ArmEmulator/startArmEmulator";
import type { TokenDemands } from "../../Extension/ArmEmulator/Server/accessToken";
import type { AzureAccess } from "../../Extension/LocalPortal/AzureMode/azureAccount";
import { clouds } from "../../Extension/LocalPortal/AzureMode/clouds";
import { placeOf } from "../../Extension/LocalPortal/AzureMode/azureFlags";
import type { ClusterPlace } from "../../Extension/LocalPortal/Gate/compileCall";
import { createCertificate } from "../../Extension/LocalPortal/Sideload/certificate";
import { startTenantFront } from "./tenantFront";
import { clientId, clientSecret, startTokenIssuer, type TokenIssuer } from "./tokenIssuer";

/** A cloud of its own: the emulator as a remote ARM over TLS, which takes the tokens of its issuer only. */
export interface RemoteAzure {
  readonly emulator: ArmEmulator;
  readonly issuer: TokenIssuer;
  readonly access: AzureAccess;
  readonly place: ClusterPlace;
  /** What ARM asks of tokens; tests change it as they go. */
  readonly demands: TokenDemands;
  /** Adds a tenant that the engineer is a guest of, with an ARM emulator of its own behind the same address. */
  addTenant(tenantId: string, displayName: string): Promise<ArmEmulator>;
  close(): Promise<void>;
}

/**
 * Starts it, and signs this process in as a service principal by environment variables, which is how `DefaultAzureCredential` finds
 * one. Closing takes them back.
 */
export async function startRemoteAzure(options: ArmEmulatorOptions = {}): Promise<RemoteAzure> {
  const certificate = await createCertificate(new Date());
  const { publicKey, privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const { audience } = clouds.public;
  const demands: TokenDemands = { context: undefined, revoked: new Set() };
  const trust = { audience, publicKey, demands };
  const emulator = await startArmEmulator({ ...options, tls: certificate, trust });
  const { engineer, tenantId } = emulator.world;
  const tenants = new Map([[tenantId, emulator]]);
  const front = await startTenantFront(certificate, (id) => tenants.get(id) ?? emulator);
  const issuer = await startTokenIssuer({ certificate, privateKey, objectId: engineer.objectId });
  const restore = setEnvironment({
    AZURE_TENANT_ID: tenantId,
    AZURE_CLIENT_ID: clientId,
    AZURE_CLIENT_SECRET: clientSecret,
    AZURE_AUTHORITY_HOST: issuer.url,
    AZURE_TOKEN_CREDENTIALS: "EnvironmentCredential",
  });
  return {
    emulator,
    issuer,
    access: {
      cloud: { ...clouds.public, name: "TestCloud", arm: front.url },
      tls: { ca: certificate.cert },
    },
    place: placeOf(emulator.clusterId),
    demands,
    async addTenant(id, displayName) {
      const other = await startArmEmulator({ ...options, tenantId: id, tls: certificate, trust });
      tenants.set(id, other);
      Object.assign(emulator.world, {
        guestTenants: [...emulator.world.guestTenants, { tenantId: id, displayName }],
      });
      return other;
    },
    async close() {
      restore();
      await front.close();
      await Promise.all([...tenants.values(), issuer].map((server) => server.close()));
    },
  };
}

/**
 * Leaves this process nothing but the `az` of a folder to sign in with, as on a laptop after `az login`; returns how to take that back.
 */
export function signInByCli({ folder }: { readonly folder: string }): () => void {
  return setEnvironment({
    AZURE_TOKEN_CREDENTIALS: undefined,
    AZURE_CLIENT_ID: undefined,
    AZURE_CLIENT_SECRET: undefined,
    AZURE_TENANT_ID: undefined,
    PATH: folder,
  });
}

/** Of the process around jest's sandbox (`nodeEnvironment.cjs`); elsewhere there is no sandbox. */
declare const setInherited: ((name: string, value: string | undefined) => void) | undefined;

/**
 * Sets variables, for this process and the programs that it starts; removes those that are `undefined`, and returns how to take all of
 * it back.
 */
export function setEnvironment(values: Readonly<Record<string, string | undefined>>): () => void {
  const before = Object.fromEntries(Object.keys(values).map((name) => [name, process.env[name]]));
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined) {
      delete process.env[name];
    } else {
      process.env[name] = value;
    }
    if (typeof setInherited !== "undefined") {
      setInherited(name, value);
    }
  }
  return () => void setEnvironment(before);
}
