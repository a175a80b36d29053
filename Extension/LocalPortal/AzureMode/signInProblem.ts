import { format } from "../../../Client/Core/format";
import { AzureMode } from "./AzureMode.resjson";
import { AzureProblem } from "./azureProblem";
import { noNetwork } from "./armTransport";

const networkCodes = /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ENETUNREACH|ETIMEDOUT|EHOSTUNREACH)\b/;
/** Entra: the application or the account is not in the tenant, or there is no such tenant. */
const wrongTenantCodes = /AADSTS(700016|90002|50020|50034|90072)\b/;
/** Entra: the sign-in that the tool remembers is too old, was withdrawn, or was made before the password changed. */
const expiredCodes = /AADSTS(70043|70008|700082|50078|50173|50132|50133)\b/;
/** Entra: another sign-in is wanted, for a second factor or consent. */
const interactionCodes = /AADSTS(50076|50079|50158|53003|65001)\b/;
/** Messages of `@azure/identity` credentials about a tool that isn't installed or isn't signed in. */
const notInstalled = /could not be found|not installed|is not recognized|not found in PATH/i;
const notSignedIn = /(az|azd auth) login|Connect-AzAccount|is unavailable|no longer logged in/i;

/** What credentials of command-line tools say when they are asked for claims, in 4.13.1; then comes the command that helps. */
const takesNoClaims =
  /doesn't support claims challenges\b.*?\b(?:(Connect-AzAccount)|(azd) auth|(az) login)\b/s;
/** Stands in a command where the tenant is not known. */
export const unknownTenant = "YOUR-TENANT";

/**
 * Why no token could be had, from what a credential of `@azure/identity` throws, in one line. Codes are Entra's documented ones.
 * `claims`: what was asked of the token beside the usual, as JSON that was checked.
 */
export function signInProblem(
  error: unknown,
  authority: string,
  tenantId: string | undefined,
  claims?: string,
): AzureProblem {
  const said = messagesOf(error).join("\n");
  const tenant = tenantId ?? unknownTenant;
  const network = networkCodes.exec(said)?.[1];
  if (network !== undefined) {
    return noNetwork(authority, { code: network, message: said });
  }
  if (wrongTenantCodes.test(said)) {
    return new AzureProblem(
      "wrongTenant",
      `${format(AzureMode.wrongTenant, tenant, AzureMode.wrongTenantUnknown)} (${codeIn(said)})`,
    );
  }
  const [isAboutClaims, powerShell, azd] = takesNoClaims.exec(said) ?? [];
  if (isAboutClaims !== undefined) {
    const tool = powerShell !== undefined ? "powershell" : azd !== undefined ? "azd" : "az";
    const command = commandOf(tool, tenantId, claims);
    return new AzureProblem("notSignedIn", format(AzureMode.claimsWanted, command));
  }
  return new AzureProblem("notSignedIn", textOf(said, tenant));
}

/**
 * The command of a tool that signs in again, with the claims that Azure asks for. They are encoded here, so they consist of letters,
 * digits, and `+/=`: in double quotes no shell reads anything else in them. (`azd` remembers by itself what it was asked for.)
 */
export function commandOf(
  tool: "az" | "azd" | "powershell",
  tenantId = unknownTenant,
  claims: string | undefined,
): string {
  const encoded = claims === undefined ? undefined : Buffer.from(claims).toString("base64");
  switch (tool) {
    case "az":
      return `az login --tenant ${tenantId}${encoded === undefined ? "" : ` --claims-challenge "${encoded}"`}`;
    case "powershell":
      return `Connect-AzAccount -Tenant ${tenantId}${encoded === undefined ? "" : ` -ClaimsChallenge "${encoded}"`}`;
    case "azd":
      return `azd auth login --tenant-id ${tenantId}`;
  }
}

function textOf(said: string, tenant: string): string {
  if (expiredCodes.test(said)) {
    return `${format(AzureMode.signInExpired, tenant)} (${codeIn(said)})`;
  }
  if (interactionCodes.test(said)) {
    return `${format(AzureMode.needsConsent, tenant)} (${codeIn(said)})`;
  }
  if (said.includes("AADSTS")) {
    return format(AzureMode.signInFailed, shortened(/AADSTS[^\n]*/.exec(said)?.[0] ?? said));
  }
  if (notInstalled.test(said)) {
    return AzureMode.noCli;
  }
  return notSignedIn.test(said) ? AzureMode.notSignedIn : format(AzureMode.signInFailed, shortened(said));
}

const codeIn = (said: string) => /AADSTS\d+/.exec(said)?.[0] ?? "";

/** A chain of credentials keeps what each of them said. */
function messagesOf(error: unknown): readonly string[] {
  const { errors, message } = (error ?? {}) as { readonly errors?: unknown; readonly message?: unknown };
  const own = typeof message === "string" ? [message] : [];
  return Array.isArray(errors) && errors.length > 0 ? errors.flatMap(messagesOf) : own;
}

const mostCharacters = 300;

/** One line, without what Entra adds: a trace id, a correlation id, and a time. */
function shortened(text: string): string {
  const [plain = ""] = text.split(/ Trace ID:|\n/);
  return plain.replace(/\s+/g, " ").trim().slice(0, mostCharacters);
}
