import { format } from "../../../Client/Core/format";
import { AzureMode } from "./AzureMode.resjson";
import { AzureProblem } from "./azureProblem";
import { noNetwork } from "./armTransport";

const networkCodes = /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ENETUNREACH|ETIMEDOUT|EHOSTUNREACH)\b/;
/** Entra: the application or the account is not in the tenant, or there is no such tenant. */
const wrongTenantCodes = /AADSTS(700016|90002|50020|50034|90072)\b/;
/** Entra: another sign-in is wanted, for a second factor or consent. */
const interactionCodes = /AADSTS(50076|50079|50158|53003|65001|70043|700082)\b/;

/** Why no token could be had, from what a credential of `@azure/identity` throws. Codes are Entra's documented ones. */
export function signInProblem(error: unknown, authority: string, tenantId: string | undefined): AzureProblem {
  const said = messagesOf(error).join(" ");
  const tenant = tenantId ?? "YOUR-TENANT";
  const network = networkCodes.exec(said)?.[1];
  if (network !== undefined) {
    return noNetwork(authority, { code: network, message: said });
  }
  if (wrongTenantCodes.test(said)) {
    return new AzureProblem(
      "wrongTenant",
      `${format(AzureMode.wrongTenant, tenant, AzureMode.wrongTenantUnknown)} ${firstLine(said)}`,
    );
  }
  if (interactionCodes.test(said)) {
    return new AzureProblem("notSignedIn", `${format(AzureMode.needsConsent, tenant)} ${firstLine(said)}`);
  }
  return new AzureProblem("notSignedIn", format(AzureMode.notSignedIn, tenant, shortened(said)));
}

/** A chain of credentials keeps what each of them said. */
function messagesOf(error: unknown): readonly string[] {
  const { errors, message } = (error ?? {}) as { readonly errors?: unknown; readonly message?: unknown };
  const own = typeof message === "string" ? [message] : [];
  return [...own, ...(Array.isArray(errors) ? errors.flatMap(messagesOf) : [])];
}

/** Entra adds a trace id, a correlation id and a time. */
function firstLine(text: string): string {
  return /AADSTS[^\n]*/.exec(text)?.[0].replace(/ Trace ID:.*/, "") ?? text;
}

const mostCharacters = 1_500;

function shortened(text: string): string {
  const [plain = ""] = text.split(" Trace ID:");
  return plain.replace(/\s+/g, " ").slice(0, mostCharacters);
}
