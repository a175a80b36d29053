import type { ArmAnswer } from "../../../Extension/LocalPortal/AzureMode/armTransport";
import type { AuthorizedSend } from "../../../Extension/LocalPortal/AzureMode/authorizedSend";
import { createArmCaller } from "../../../Extension/LocalPortal/AzureMode/callArm";
import type { WireRequest } from "../../../Extension/PortalSdk/portalHost";

const arm = "https://management.usgovcloudapi.net";
const passed = { allowed: true, method: "GET", target: { path: "/subscriptions/1", query: "?a=1" } } as const;
const request: WireRequest = {
  httpMethod: "GET",
  url: "/subscriptions/1?a=1",
  name: "7",
  requestHeaderDetails: { commandName: "Dashboard/X" },
};
const { signal } = new AbortController();

/** A caller, and an ARM that answers as told. */
function setup(...answers: readonly Partial<ArmAnswer>[]) {
  const sent: Parameters<AuthorizedSend>[0][] = [];
  const call = createArmCaller({
    arm,
    send(one) {
      sent.push(one);
      const answer = answers[sent.length - 1] ?? answers.at(-1);
      return Promise.resolve({ status: 200, headers: {}, content: undefined, ...answer });
    },
  });
  return { call, sent };
}

test("the call keeps its command name and conditions, and nothing else of its headers", async () => {
  const { call, sent } = setup();
  const requestHeaderDictionary = {
    "If-Match": ["1", "2"],
    Authorization: ["Bearer stolen"],
    "x-ms-authorization-auxiliary": ["Bearer stolen"],
    Host: ["evil.example"],
    "Content-Length": ["0"],
    "x-ms-useragent": ["us"],
  };
  await call({ ...request, requestHeaderDictionary, content: { b: 1 } }, passed, signal);
  expect(sent).toEqual([
    {
      method: "GET",
      target: "/subscriptions/1?a=1",
      content: { b: 1 },
      headers: { "If-Match": "1, 2", "x-ms-useragent": "us", "x-ms-command-name": "Dashboard/X" },
      signal,
    },
  ]);
});

test("links lead back to ARM as the page knows it, and only headers that mean something come back", async () => {
  const { call } = setup({
    status: 202,
    headers: {
      "azure-asyncoperation": `${arm}/subscriptions/1/operations/2?t=3`,
      location: "https://elsewhere.example/x",
      "retry-after": "5",
      "x-ms-request-id": "9",
      "set-cookie": "a=b",
      "www-authenticate": "Bearer",
      server: "x",
    },
    content: { value: [1], nextLink: `${arm}/subscriptions/1?page=2`, other: `${arm}/x` },
  });
  expect(await call(request, passed, signal)).toEqual({
    name: "7",
    httpStatusCode: 202,
    headers: {
      "azure-asyncoperation": "https://management.azure.com/subscriptions/1/operations/2?t=3",
      location: "https://elsewhere.example/x",
      "retry-after": "5",
      "x-ms-request-id": "9",
    },
    content: {
      value: [1],
      nextLink: "https://management.azure.com/subscriptions/1?page=2",
      other: `${arm}/x`,
    },
  });
});
