import { RestError, type PipelinePolicy, type PipelineRequest } from "@azure/core-rest-pipeline";
import { armOrigin } from "../../Core/armUrl";
import { format } from "../../Core/format";
import { visibleText } from "../../Core/visibleText";
import { Messages } from "./Messages.resjson";

/**
 * Keeps every request on ARM: the SDK pagers and pollers would follow a link to any other host. What is sent is the address as
 * it was read here, without user and password: another reader could find another host in the text. A request that may change
 * something names one api-version.
 */
export function armOriginPolicy(): PipelinePolicy {
  return {
    name: "armOriginPolicy",
    async sendRequest(request, next) {
      const url = URL.canParse(request.url) ? new URL(request.url) : undefined;
      if (url?.origin !== armOrigin) {
        throw refused(request, Messages.foreignLink, url?.origin ?? visibleText(request.url, 200));
      }
      if (!isHarmless(request.method) && !isOneCall(url)) {
        throw refused(request, Messages.ambiguousCall, url.pathname);
      }
      request.url = `${url.origin}${url.pathname}${url.search}`;
      return next(request);
    },
  };
}

function isHarmless(method: string): boolean {
  return method === "GET" || method === "HEAD";
}

/** SDK clients put some values into a path as they are: what such a value brings must not change what is called. */
function isOneCall(url: URL): boolean {
  const versions = [...url.searchParams].filter(([name]) => name.toLowerCase() === "api-version");
  const isPlain = !url.pathname.includes("//") && !/%(?:2f|5c|25)/i.test(url.pathname);
  return versions.length === 1 && url.hash === "" && isPlain;
}

function refused(request: PipelineRequest, message: Messages, what: string): RestError {
  return new RestError(format(message, what), { code: "ForeignLink", request });
}
