import type { HostRequest, HostResponse, HostSend } from "../../Client/Azure/Pipeline/hostHttpClient";

export type ScriptedAnswer = Partial<HostResponse> | "offline";

/** A host that gives the scripted answers in turn and fails on any request beyond them. */
export function scriptedHost(...answers: readonly ScriptedAnswer[]): {
  readonly send: HostSend;
  readonly requests: readonly HostRequest[];
} {
  const requests: HostRequest[] = [];
  return {
    requests,
    send(request) {
      const answer = answers[requests.length];
      requests.push(request);
      if (answer === undefined) {
        return Promise.reject(new Error(`Unexpected request ${requests.length}: ${request.uri}`));
      }
      return answer === "offline"
        ? Promise.reject(new TypeError("Failed to fetch"))
        : Promise.resolve({ status: 200, headers: {}, body: {}, ...answer });
    },
  };
}
