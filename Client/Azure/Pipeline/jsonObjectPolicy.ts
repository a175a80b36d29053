import {
  RestError,
  type PipelinePolicy,
  type PipelineRequest,
  type PipelineResponse,
} from "@azure/core-rest-pipeline";
import { format } from "../../Core/format";
import { isRecord } from "../../Core/json";
import { Messages } from "./Messages.resjson";
import { bodyOf } from "./responseBody";

export const notJsonCode = "NotJson";

/**
 * Refuses a success whose body is not a JSON object. The SDK clients read an HTML page of a proxy, sent with status 200,
 * as a list without items. Few operations may have nothing to say.
 */
export function jsonObjectPolicy(): PipelinePolicy {
  return {
    name: "jsonObjectPolicy",
    async sendRequest(request, next) {
      const response = await next(request);
      if (response.status === 200 && !mayBeEmpty(request, response) && !holdsObject(response)) {
        const { pathname } = new URL(request.url);
        throw new RestError(format(Messages.notJson, pathname), { code: notJsonCode, request, response });
      }
      return response;
    },
  };
}

/** Operations whose published 200 has no body: removing things (`Pricings_Delete`), and starting what is done already. */
const saysNothing = /^(?:DELETE |POST .*\/upgradeNodeImageVersion$)/;

/** Hosts may hand on no body as an empty text or as null. */
function mayBeEmpty({ method, url }: PipelineRequest, response: PipelineResponse): boolean {
  const isEmpty = response.bodyAsText
    ? /^(?:""|null)$/.test(response.bodyAsText)
    : bodyOf(response) === undefined;
  return method === "HEAD" || (isEmpty && saysNothing.test(`${method} ${new URL(url).pathname}`));
}

function holdsObject(response: PipelineResponse): boolean {
  try {
    return isRecord(bodyOf(response));
  } catch {
    return false;
  }
}
