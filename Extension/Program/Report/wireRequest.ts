import type { HostRequest } from "../../../Client/Azure/Pipeline/hostHttpClient";
import type { WireRequest } from "../../PortalSdk/portalHost";

/** A call of a service as one item of a batch. */
export function wireRequestOf({ method, uri, commandName, headers, body }: HostRequest): WireRequest {
  return {
    httpMethod: method,
    url: uri,
    name: "1",
    requestHeaderDetails: { commandName },
    requestHeaderDictionary: Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, [value]]),
    ),
    ...(body === undefined ? {} : { content: body }),
  };
}
