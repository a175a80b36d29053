import { format } from "../../../Client/Core/format";
import type { KeyPlace } from "../Gate/pageAccess";
import { startPortalServers, type PageSettings } from "../Server/portalServers";
import { resourceHash } from "../Shell/route";
import type { AzureAccess } from "./azureAccount";
import { AzureMode } from "./AzureMode.resjson";
import { AzureProblem } from "./azureProblem";
import { createAzureSession, type AzureSession } from "./azureSession";
import type { ClusterPlace } from "../Gate/compileCall";
import type { Connection } from "./connect";

interface AzurePortalOptions {
  /** 0: any port that is free. */
  readonly port: number;
  readonly access: AzureAccess;
  readonly place: ClusterPlace;
  readonly isReadOnly: boolean;
  /** Whether to stop when there's no sign-in, or one in another tenant; otherwise the page says so and tries again. */
  readonly needsSignIn?: boolean;
  /** Makes the bundle, or knows where it is. Asked once the sign-in is known to be enough; absent: `npm run build` has made it. */
  readonly views?: { folder(): Promise<string> };
  /** Called with lines for the terminal: warnings, and calls that weren't sent. */
  readonly tell: (line: string) => void;
  /** Of the page's keys, in milliseconds; only tests pass their own. */
  readonly now?: () => number;
}

export interface AzurePortal {
  /** Without path and key: opens nothing by itself. */
  readonly origin: string;
  /** A new address of the cluster's overview. It lets the first who opens it act as the signed-in account. */
  newUrl(place: KeyPlace): string;
  close(): Promise<void>;
}

/**
 * Starts the local portal on real ARM. What stops it from showing the cluster is told and shown in the page, which tries again when
 * it is loaded anew. Needs the bundle of `npm run build`, or makes it. Rejects with Node's error when the port is taken, and with
 * {@link AzureProblem} for want of the sign-in that it needs: before anything is built or served.
 */
export async function startAzurePortal(options: AzurePortalOptions): Promise<AzurePortal> {
  const { port, access, place, isReadOnly, views, tell, now, needsSignIn = false } = options;
  const session = createAzureSession(options);
  const problem = await problemOf(session);
  if (needsSignIn) {
    refuseWithoutSignIn(problem);
  }
  const folder = await views?.folder();
  const subject = `${access.cloud.name}${isReadOnly ? AzureMode.readOnlyMark : ""}`;
  const servers = await startPortalServers({
    port,
    views: folder,
    privacy: { tell, ...(now ? { now } : {}) },
    answerBatch: session.answerBatch,
    settings: async () => ({ subject, "cluster-id": place.clusterId, ...(await settingsOf(session)) }),
  });
  const warning = problem?.message ?? (await session.connected()).warning;
  if (warning !== undefined) {
    tell(warning);
  }
  const hash = resourceHash(place.clusterId, "overview");
  return {
    origin: servers.origin,
    newUrl: (where) => servers.newUrl(hash, where),
    close: servers.close,
  };
}

const signInKinds: readonly AzureProblem["kind"][] = ["notSignedIn", "wrongTenant"];

function refuseWithoutSignIn(problem: AzureProblem | undefined): void {
  if (problem && signInKinds.includes(problem.kind)) {
    throw problem;
  }
}

async function problemOf(session: AzureSession): Promise<AzureProblem | undefined> {
  try {
    await session.connected();
    return undefined;
  } catch (error) {
    if (error instanceof AzureProblem) {
      return error;
    }
    throw error;
  }
}

async function settingsOf(session: AzureSession): Promise<PageSettings> {
  const problem = await problemOf(session);
  return problem === undefined
    ? settingsOfUser(await session.connected())
    : { ...userSettings(AzureMode.noUser, AzureMode.noUser, "none", "none"), problem: problem.message };
}

/** Of an application, which has neither name nor address, its id. */
function settingsOfUser({ user, tenantId }: Connection): PageSettings {
  const { name, email, objectId = "unknown", applicationId = objectId } = user;
  return userSettings(
    name ?? format(AzureMode.application, applicationId),
    email ?? applicationId,
    objectId,
    tenantId || "unknown",
  );
}

function userSettings(name: string, email: string, objectId: string, tenantId: string): PageSettings {
  return { "user-name": name, "user-email": email, "user-object-id": objectId, "tenant-id": tenantId };
}
