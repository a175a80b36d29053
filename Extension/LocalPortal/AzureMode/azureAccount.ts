import { apiVersion } from "../../../Client/Core/apiVersionTable";
import type { Clock } from "../../../Client/Azure/Pipeline/waiting";
import type { TokenCredential } from "@azure/core-auth";
import type { TlsSettings } from "@azure/core-rest-pipeline";
import { format } from "../../../Client/Core/format";
import { createArmTransport, saidBy, type ArmAnswer } from "./armTransport";
import { createAuthorizedSend, type AuthorizedSend } from "./authorizedSend";
import { AzureMode } from "./AzureMode.resjson";
import { AzureProblem } from "./azureProblem";
import { createCredential } from "./credential";
import type { Cloud } from "./registeredCloud";
import { claimsOf, type TokenClaims } from "./tokenClaims";
import { createPatientSend } from "./patientSend";
import { createTokens, type Tokens } from "./tokens";

/** How to reach Azure. */
export interface AzureAccess {
  readonly cloud: Cloud;
  /** Absent: the tenant of the cluster's subscription, or the account's own. */
  readonly tenantId?: string;
  /** Certificates to trust beside the usual ones. */
  readonly tls?: TlsSettings;
  /** Absent: `DefaultAzureCredential`. */
  readonly credential?: (tenantId: string | undefined) => TokenCredential;
  /** Absent: the clock of the machine. */
  readonly now?: () => Date;
  /** For waits before a call is repeated. Absent: the system's. */
  readonly clock?: Clock;
}

/** A way to ARM for one tenant. */
export interface AzureAccount {
  readonly tenantId: string | undefined;
  /** One try: for calls of the page, which repeats them itself. */
  readonly send: AuthorizedSend;
  /** As `send`, repeated where ARM asks to come back later: for reads of our own. */
  readonly read: AuthorizedSend;
  readonly tokens: Tokens;
}

export function createAccount(access: AzureAccess, tenantId: string | undefined): AzureAccount {
  const { cloud, tls, now = () => new Date(), credential } = access;
  const tokens = createTokens({
    credential: () => credential?.(tenantId) ?? createCredential(cloud, tenantId, tls),
    cloud,
    tenantId,
    now,
  });
  const send = createAuthorizedSend({ send: createArmTransport(cloud.arm, tls), tokens, tenantId });
  return { tenantId, send, read: createPatientSend(send, access.clock), tokens };
}

/**
 * The tenant of a subscription, which ARM tells without a sign-in in the challenge of its 401 (Azure PowerShell and Event Hubs' client
 * find it there too); `undefined` when it did not. Rejects with {@link AzureProblem} when ARM does not know the subscription or the
 * clocks differ too much for any token.
 */
export async function tenantOf(access: AzureAccess, subscriptionId: string): Promise<string | undefined> {
  const { cloud, tls, now = () => new Date() } = access;
  const send = createArmTransport(cloud.arm, tls);
  const answer = await send({
    method: "GET",
    target: `/subscriptions/${subscriptionId}?api-version=${apiVersion("subscriptions")}`,
  });
  checkClock(answer, now());
  if (answer.status === 404) {
    const { host } = new URL(cloud.arm);
    throw new AzureProblem(
      "noCluster",
      format(AzureMode.subscriptionUnknown, host, subscriptionId, saidBy(answer)),
    );
  }
  const challenge = answer.headers["www-authenticate"] ?? "";
  return /authorization_uri="[^"]*\/([0-9a-f-]{36})"/i.exec(challenge)?.[1];
}

/** Entra and ARM grant five minutes. */
const clockTolerance = 5 * 60_000;

function checkClock({ headers }: ArmAnswer, now: Date): void {
  const theirs = Date.parse(headers.date ?? "");
  const difference = Number.isNaN(theirs) ? 0 : now.getTime() - theirs;
  if (Math.abs(difference) > clockTolerance) {
    throw clockProblem(difference);
  }
}

function clockProblem(difference: number): AzureProblem {
  const isAhead = difference > 0;
  return new AzureProblem(
    "clock",
    format(
      AzureMode.clockWrong,
      Math.round(Math.abs(difference) / 60_000),
      isAhead ? AzureMode.clockFast : AzureMode.clockSlow,
      isAhead ? AzureMode.expired : AzureMode.notYetValid,
    ),
  );
}

/**
 * The signed-in account. Rejects with {@link AzureProblem} without one, when it's in another tenant than the one asked for, and when
 * the token that was just issued is too old or too young by this machine's clock.
 */
export async function signedIn({ tenantId, tokens }: AzureAccount, now: Date): Promise<TokenClaims> {
  const claims = claimsOf(await tokens.get());
  if (tenantId !== undefined && claims.tenantId !== undefined && !sameText(claims.tenantId, tenantId)) {
    throw new AzureProblem("wrongTenant", format(AzureMode.wrongTenant, tenantId, claims.tenantId));
  }
  const { notBefore = now, expires = now } = claims;
  if (notBefore.getTime() - now.getTime() > clockTolerance) {
    throw clockProblem(now.getTime() - notBefore.getTime());
  }
  if (expires < now) {
    throw clockProblem(now.getTime() - expires.getTime());
  }
  return claims;
}

function sameText(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase();
}
