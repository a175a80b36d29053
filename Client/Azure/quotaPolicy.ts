import type { PipelinePolicy } from "@azure/core-rest-pipeline";
import { durationMilliseconds, type Clock } from "./waiting";

/**
 * Waits instead of being throttled: once Resource Graph says that no query is left in the current window
 * (`x-ms-user-quota-remaining`), the next one starts when the window resets. Only Resource Graph sends these headers.
 */
export function quotaPolicy(clock: Clock): PipelinePolicy {
  let openAgainAt = 0;
  return {
    name: "quotaPolicy",
    async sendRequest(request, next) {
      const wait = openAgainAt - clock.now();
      if (wait > 0) {
        await clock.sleep(wait, request.abortSignal);
      }
      const response = await next(request);
      const remaining = response.headers.get("x-ms-user-quota-remaining");
      const resetsAfter = durationMilliseconds(response.headers.get("x-ms-user-quota-resets-after"));
      if (remaining !== undefined && Number(remaining) === 0 && resetsAfter !== undefined) {
        openAgainAt = clock.now() + resetsAfter;
      }
      return response;
    },
  };
}
