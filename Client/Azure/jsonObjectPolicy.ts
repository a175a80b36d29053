import { RestError, type PipelinePolicy, type PipelineResponse } from "@azure/core-rest-pipeline";
import { fillIn } from "../Domain/fillIn";
import { isRecord } from "../Domain/json";
import { Messages } from "./Messages.resjson";

export const notJsonCode = "NotJson";

/**
 * Refuses a success whose body is not a JSON object. The SDK clients read an HTML page of a proxy, sent with status 200,
 * as a list without items. Only a DELETE may have nothing to say: the published answer of some has no body.
 */
export function jsonObjectPolicy(): PipelinePolicy {
  return {
    name: "jsonObjectPolicy",
    async sendRequest(request, next) {
      const response = await next(request);
      if (response.status === 200 && !mayBeEmpty(request.method, response) && !holdsObject(response)) {
        const { pathname } = new URL(request.url);
        throw new RestError(fillIn(Messages.notJson, pathname), { code: notJsonCode, request });
      }
      return response;
    },
  };
}

/** A DELETE may answer 200 without a body (`Pricings_Delete` does), which hosts may hand on as an empty text or as null. */
function mayBeEmpty(method: string, { bodyAsText }: PipelineResponse): boolean {
  return method === "HEAD" || (method === "DELETE" && /^(?:""|null)?$/.test(bodyAsText ?? ""));
}

function holdsObject(response: PipelineResponse): boolean {
  try {
    return isRecord(JSON.parse(response.bodyAsText ?? ""));
  } catch {
    return false;
  }
}
