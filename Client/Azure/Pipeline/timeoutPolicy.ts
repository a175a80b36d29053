import { RestError, type PipelinePolicy, type PipelineRequest } from "@azure/core-rest-pipeline";
import { format } from "../../Core/format";
import { Messages } from "./Messages.resjson";

/**
 * The SDK clients wait forever by default. One try may take this long; waits between tries don't count. Not by the request's own
 * `timeout`: only Node's transport of the SDK heeds it, and the portal's host does the sending here.
 */
export function timeoutPolicy(seconds: number): PipelinePolicy {
  return {
    name: "timeoutPolicy",
    async sendRequest(request, next) {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const timedOut = new Promise<never>((_, reject) => {
        timer = setTimeout(() => reject(timeoutError(request, seconds)), seconds * 1000);
      });
      try {
        return await Promise.race([next(request), timedOut]);
      } finally {
        clearTimeout(timer);
      }
    },
  };
}

export const timeoutCode = "Timeout";

function timeoutError(request: PipelineRequest, seconds: number): RestError {
  return new RestError(format(Messages.timedOut, seconds), { code: timeoutCode, request });
}
