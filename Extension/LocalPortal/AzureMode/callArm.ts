import { validateHeaderValue } from "node:http";
import { format } from "../../../Client/Core/format";
import { AzureMode } from "./AzureMode.resjson";
import type { WireRequest, WireResponse } from "../../PortalSdk/portalHost";
import { publicArm } from "../Gate/armPath";
import type { ArmAnswer } from "./armTransport";
import type { AuthorizedSend } from "./authorizedSend";
import type { Passed } from "../Gate/gate";
import { refusalOf } from "../Gate/refusal";

interface ArmCallerOptions {
  readonly arm: string;
  readonly send: AuthorizedSend;
}

/** Sends calls that may pass, and answers as ARM's batch does. */
export function createArmCaller({ arm, send }: ArmCallerOptions) {
  return async (
    request: WireRequest,
    { method, target }: Passed,
    signal: AbortSignal,
  ): Promise<WireResponse> => {
    const headers = headersOf(request);
    const bad = Object.keys(headers).find((name) => !isHeader(name, headers[name] ?? ""));
    if (bad !== undefined) {
      return refusalOf(request, 400, "InvalidRequestHeader", format(AzureMode.badHeader, bad));
    }
    const { path, query } = target;
    const call = { method, target: `${path}${query}`, content: request.content, headers, signal };
    return toWire(request, await send(call), arm);
  };
}

/** The caller's headers that mean something to ARM; never credentials, hosts or lengths. */
const headersUp = /^(if-match|if-none-match|prefer|accept-language|x-ms-(?!authorization)[\w-]+)$/i;

function headersOf({ requestHeaderDictionary, requestHeaderDetails }: WireRequest) {
  const entries = Object.entries(requestHeaderDictionary ?? {}).filter(([name]) => headersUp.test(name));
  return {
    ...Object.fromEntries(entries.map(([name, values]) => [name, values.join(", ")])),
    "x-ms-command-name": requestHeaderDetails.commandName,
  } as Readonly<Record<string, string>>;
}

/** Node throws for characters beyond Latin-1 and for line ends. */
function isHeader(name: string, value: string): boolean {
  try {
    validateHeaderValue(name, value);
    return true;
  } catch {
    return false;
  }
}

/** The answer's headers that mean something to the caller. */
const headersDown =
  /^(azure-asyncoperation|etag|last-modified|location|retry-after|retry-after-ms|x-ms-[\w-]+)$/i;

function toWire({ name }: WireRequest, { status, headers, content }: ArmAnswer, arm: string): WireResponse {
  const kept = Object.entries(headers).filter(([header]) => headersDown.test(header));
  return {
    name,
    httpStatusCode: status,
    headers: Object.fromEntries(kept.map(([header, value]) => [header, toPublic(value, arm)])),
    content: withPublicLinks(content, arm) ?? null,
  };
}

const linkNames = ["nextLink", "@odata.nextLink"];

/** Links of a page or an operation lead to the cloud's ARM, and the page knows ARM by its public name only. */
function withPublicLinks(content: unknown, arm: string): unknown {
  if (typeof content !== "object" || content === null || Array.isArray(content)) {
    return content;
  }
  const links = Object.entries(content).flatMap(([name, value]: [string, unknown]) =>
    linkNames.includes(name) && typeof value === "string" ? [[name, toPublic(value, arm)] as const] : [],
  );
  return { ...content, ...Object.fromEntries(links) };
}

function toPublic(text: string, arm: string): string {
  return text.toLowerCase().startsWith(`${arm}/`) ? `${publicArm}${text.slice(arm.length)}` : text;
}
