import { RestError, type PipelinePolicy, type PipelineRequest } from "@azure/core-rest-pipeline";
import { format } from "../../Core/format";
import { Messages } from "./Messages.resjson";
import { durationMilliseconds, type Clock } from "./waiting";

/** Resource Graph's window has five seconds. Nothing waits longer than this without a word. */
const longestWait = 60_000;

/**
 * Waits instead of being throttled: once Resource Graph says that no query is left in the current window
 * (`x-ms-user-quota-remaining`), the next one starts when the window resets. Only Resource Graph sends these headers. Where it asks
 * for more than a minute, queries fail for a minute with what it asked for, and then the next one finds out how it stands.
 */
export function quotaPolicy(clock: Clock): PipelinePolicy {
  let openAgainAt = 0;
  let asked: string | undefined;
  return {
    name: "quotaPolicy",
    async sendRequest(request, next) {
      const wait = openAgainAt - clock.now();
      if (wait > 0 && asked !== undefined) {
        throw quotaUsedUp(request, asked);
      }
      if (wait > 0) {
        await clock.sleep(wait, request.abortSignal);
      }
      const response = await next(request);
      const remaining = response.headers.get("x-ms-user-quota-remaining");
      const header = response.headers.get("x-ms-user-quota-resets-after");
      const resetsAfter = durationMilliseconds(header);
      if (remaining !== undefined && Number(remaining) === 0 && resetsAfter !== undefined) {
        openAgainAt = clock.now() + Math.min(resetsAfter, longestWait);
        asked = resetsAfter > longestWait ? header : undefined;
      }
      return response;
    },
  };
}

/** As if the service had said so: it did, with the answer before. */
function quotaUsedUp(request: PipelineRequest, asked: string): RestError {
  return new RestError(format(Messages.quotaUsedUp, asked), {
    code: "QuotaUsedUp",
    statusCode: 429,
    request,
  });
}
