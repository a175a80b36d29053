import { RestError, type PipelinePolicy } from "@azure/core-rest-pipeline";
import { armOrigin } from "./arm";
import { fillIn } from "../Domain/fillIn";
import { Messages } from "./Messages.resjson";

/**
 * Keeps every request on ARM: the SDK pagers and pollers would follow a link to any other host. What is sent is the address as it was
 * read here, without user and password: another reader could find another host in the text.
 */
export function armOriginPolicy(): PipelinePolicy {
  return {
    name: "armOriginPolicy",
    async sendRequest(request, next) {
      const { origin, pathname, search } = new URL(request.url);
      if (origin !== armOrigin) {
        throw new RestError(fillIn(Messages.foreignLink, origin), { code: "ForeignLink", request });
      }
      request.url = `${origin}${pathname}${search}`;
      return next(request);
    },
  };
}
