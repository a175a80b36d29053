import { createHttpHeaders, createPipelineRequest, RestError } from "@azure/core-rest-pipeline";
import { failureFrom } from "../../../Client/Azure/Pipeline/failureFrom";

function forbidden(code: string, message: string): RestError {
  const request = createPipelineRequest({ url: "https://management.azure.com/x" });
  const bodyAsText = JSON.stringify({ error: { code, message } });
  const response = { status: 403, headers: createHttpHeaders(), request, bodyAsText };
  return new RestError("HTTP 403", { statusCode: 403, request, response });
}

test.each([
  [
    "AuthorizationFailed",
    "The client 'ada' with object id '1' does not have authorization to perform action 'A/write' over scope '/s' or the scope is invalid.",
    "A/write",
  ],
  [
    "LinkedAuthorizationFailed",
    "The client 'ada' with object id '1' has permission to perform action 'A/write' on scope '/s'; however, it does not have permission to perform action 'B/action' on the linked scope(s) '/w' or the linked scope(s) are invalid.",
    "B/action",
  ],
  [
    "LinkedAuthorizationFailed",
    "The client has permission to perform action 'A/write' on scope '/s'; however, it does not have permission to perform action(s) 'B/action' on the linked scope(s) '/w' (respectively).",
    "B/action",
  ],
])("%s names the action that is missing", (code, message, missingAction) => {
  expect(failureFrom(forbidden(code, message))).toEqual({ kind: "forbidden", code, message, missingAction });
});

test("a refusal that names no action has none", () => {
  expect(failureFrom(forbidden("Forbidden", "No."))).toEqual({
    kind: "forbidden",
    code: "Forbidden",
    message: "No.",
  });
});
