import { createHttpHeaders, createPipelineRequest, type HttpMethods } from "@azure/core-rest-pipeline";
import { retryPolicy } from "../../../Client/Azure/Pipeline/retryPolicy";
import { systemClock, type Clock } from "../../../Client/Azure/Pipeline/waiting";
import { publicArm } from "../Gate/armPath";
import type { AuthorizedSend } from "./authorizedSend";

/**
 * Sends as `send` does, and tries again when the page's pipeline would ({@link retryPolicy}): for what is asked before there is a page.
 * What ARM still refuses then is its last answer. Rejects with `AbortError` when the call is aborted during a wait.
 */
export function createPatientSend(send: AuthorizedSend, clock: Clock = systemClock): AuthorizedSend {
  const policy = retryPolicy(clock, Math.random);
  return async (call) => {
    const asked = createPipelineRequest({
      url: `${publicArm}${call.target}`, // Says what kind of call it is; `send` knows the cloud's own address.
      method: call.method as HttpMethods, // Those of the allow-list.
      ...(call.signal ? { abortSignal: call.signal } : {}),
    });
    let content: unknown;
    const { status, headers } = await policy.sendRequest(asked, async (request) => {
      const answer = await send(call);
      content = answer.content;
      return { request, status: answer.status, headers: createHttpHeaders(answer.headers) };
    });
    return { status, headers: headers.toJSON(), content };
  };
}
