import type { WireRequest, WireResponse } from "../../PortalSdk/portalHost";
import { envelope } from "./batchEndpoint";

/** Answers a call that was not sent, or got no answer. */
export function refusalOf(
  { name }: WireRequest,
  status: number,
  code: string,
  message: string,
): WireResponse {
  return {
    name,
    httpStatusCode: status,
    headers: {},
    content: envelope(code, withoutSecrets(message)),
  };
}

/** A text without what looks like a token, and without the secrets of the environment. */
export function withoutSecrets(text: string): string {
  const secrets = ["AZURE_CLIENT_SECRET", "AZURE_CLIENT_CERTIFICATE_PASSWORD", "AZURE_PASSWORD"];
  const values = secrets.flatMap((name) => process.env[name] || []);
  const plain = values.reduce((rest, value) => rest.replaceAll(value, "(secret)"), text);
  return plain.replace(/eyJ[\w-]+\.[\w-]+\.[\w-]*/g, "(token)");
}
