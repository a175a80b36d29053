import { createPipelineRequest } from "@azure/core-rest-pipeline";
import { callOptions } from "../../../Client/Azure/Pipeline/arm";
import { createAzure } from "../../../Client/Azure/Pipeline/azure";
import { asService } from "../../../Client/Azure/Pipeline/failureFrom";
import { createHostHttpClient } from "../../../Client/Azure/Pipeline/hostHttpClient";
import { listArm } from "../../../Client/Azure/Arm/armLists";
import { runResourceGraph } from "../../../Client/Azure/ResourceGraph/runResourceGraph";
import { sendArm } from "../../../Client/Azure/Arm/armCalls";
import { armOrigin, armPath } from "../../../Client/Core/armUrl";
import { createFakeClock } from "../../Support/fakeClock";
import { scriptedHost, type ScriptedAnswer } from "../../Support/scriptedHost";
import { failureOfCall } from "../../Support/withServices";

/** The real SDK clients on a host that answers as scripted. */
function azureOn(...answers: readonly ScriptedAnswer[]) {
  const host = scriptedHost(...answers);
  const clock = createFakeClock();
  const azure = createAzure({
    httpClient: createHostHttpClient(host.send),
    subscriptionId: "1111",
    clock,
    random: () => 0,
  });
  return { azure, host, clock };
}

const rows = (data: unknown, more: object = {}) => ({
  body: { totalRecords: 1, count: 1, resultTruncated: "false", data, ...more },
});
const armError = (code: string, message = "No.") => ({ error: { code, message } });
const query = { commandName: "Test/Query", kql: "resources", subscriptionId: "1111" };

describe("reads", () => {
  test("a 429 waits as long as Retry-After says", async () => {
    const { azure, clock } = azureOn({ status: 429, headers: { "retry-after": "7" } }, rows([{ id: "a" }]));
    const page = await runResourceGraph(azure.resourceGraph, query);
    expect(page.rows).toEqual([{ id: "a" }]);
    expect(clock.sleeps).toEqual([7000]);
  });

  test("a 429 without Retry-After backs off", async () => {
    const { azure, clock } = azureOn({ status: 429 }, { status: 429 }, rows([]));
    await runResourceGraph(azure.resourceGraph, query);
    expect(clock.sleeps).toEqual([1000, 2000]);
  });

  test("Resource Graph's own quota header counts as Retry-After", async () => {
    const quota = { "x-ms-user-quota-resets-after": "00:00:04" };
    const { azure, clock } = azureOn({ status: 429, headers: quota }, rows([]));
    await runResourceGraph(azure.resourceGraph, query);
    expect(clock.sleeps).toEqual([4000]);
  });

  test("a used-up quota delays the next query instead of getting it refused", async () => {
    const headers = { "x-ms-user-quota-remaining": "0", "x-ms-user-quota-resets-after": "00:00:05" };
    const { azure, clock } = azureOn({ ...rows([]), headers }, rows([]));
    await runResourceGraph(azure.resourceGraph, query);
    expect(clock.sleeps).toEqual([]);
    await runResourceGraph(azure.resourceGraph, query);
    expect(clock.sleeps).toEqual([5000]);
  });

  test("network errors are retried, then reported as being offline", async () => {
    const { azure, host } = azureOn("offline", "offline", "offline", "offline");
    const failure = await failureOfCall(runResourceGraph(azure.resourceGraph, query));
    expect(failure.kind).toBe("offline");
    expect(host.requests).toHaveLength(4);
  });

  test("a wait of more than a minute is left to the user, who learns how long", async () => {
    const { azure, host } = azureOn({
      status: 429,
      headers: { "retry-after": "300" },
      body: armError("RateLimiting", "Too many."),
    });
    const failure = await failureOfCall(runResourceGraph(azure.resourceGraph, query));
    expect(failure).toMatchObject({ kind: "throttled", retryAfterSeconds: 300, message: "Too many." });
    expect(host.requests).toHaveLength(1);
  });

  test.each([400, 401, 403, 404, 409])("status %d is not retried", async (status) => {
    const { azure, host } = azureOn({ status, body: armError("Code") });
    await failureOfCall(runResourceGraph(azure.resourceGraph, query));
    expect(host.requests).toHaveLength(1);
  });
});

describe("writes", () => {
  const put = (azure: ReturnType<typeof azureOn>["azure"]) =>
    azure.arm.sendRequest(
      createPipelineRequest({
        url: "https://management.azure.com/subscriptions/11111111-1111-4111-8111-111111111111/x?api-version=1",
        method: "PUT",
        body: "{}",
      }),
    );

  test.each([500, 502, 503, 504])("a %d is not repeated: it may have been carried out", async (status) => {
    const { azure, host } = azureOn({ status });
    expect(await put(azure)).toMatchObject({ status });
    expect(host.requests).toHaveLength(1);
  });

  test("a network error is not repeated either", async () => {
    const { azure, host } = azureOn("offline");
    expect((await failureOfCall(asService(() => put(azure)))).kind).toBe("offline");
    expect(host.requests).toHaveLength(1);
  });

  test("a 429 is repeated: it was not carried out", async () => {
    const { azure, host } = azureOn({ status: 429, headers: { "retry-after": "1" } }, { status: 200 });
    await put(azure);
    expect(host.requests).toHaveLength(2);
  });

  const throttled: ScriptedAnswer = { status: 429, headers: { "retry-after": "4" } };
  const times = (count: number) => Array.from({ length: count }, () => throttled);

  test("one of hundreds that comes too early again and again is carried out in the end", async () => {
    const { azure, host } = azureOn(...times(15), { status: 200 });
    expect(await put(azure)).toMatchObject({ status: 200 });
    expect(host.requests).toHaveLength(16);
  });

  test("after a minute of waiting the user decides", async () => {
    const { azure, host, clock } = azureOn(...times(16));
    expect(await put(azure)).toMatchObject({ status: 429 });
    expect(host.requests).toHaveLength(16);
    expect(clock.sleeps).toEqual(times(15).map(() => 4000));
  });
});

describe("answers that are not what they seem", () => {
  test.each<[string, unknown]>([
    ["an HTML page", "<html>Sign in</html>"],
    ["nothing", undefined],
    ["an empty object", {}],
    ["a list", []],
    ["data that is no list", { totalRecords: 0, data: {} }],
    ["no total", { data: [] }],
    ["rows cut off without a token", { totalRecords: 5000, resultTruncated: "true", data: [{}] }],
  ])("a 200 with %s is a failure, not an empty list", async (_, body) => {
    const { azure } = azureOn({ body });
    expect((await failureOfCall(runResourceGraph(azure.resourceGraph, query))).kind).toBe("unexpected");
  });

  test("a page token that repeats ends the listing with a failure", async () => {
    const page = rows([{ id: "a" }], { totalRecords: 9, $skipToken: "again" });
    const { azure } = azureOn(page, page);
    const first = await runResourceGraph(azure.resourceGraph, query);
    const failure = await failureOfCall(
      runResourceGraph(azure.resourceGraph, { ...query, cursor: first.next }),
    );
    expect(failure.message).toContain("repeated a page");
  });

  test("rows that are not objects are counted", async () => {
    const { azure } = azureOn(rows([{ id: "a" }, null, 7]));
    expect(await runResourceGraph(azure.resourceGraph, query)).toMatchObject({ invalidRows: 2 });
  });

  test("a link to another host is not followed", async () => {
    const { azure, host } = azureOn({ body: { value: [1], nextLink: "https://evil.example/next" } });
    const list = {
      commandName: "Test/List",
      path: armPath`${"/subscriptions/11111111-1111-4111-8111-111111111111/x"}`,
      apiVersion: "2022-04-01",
    };
    const failure = await failureOfCall(listArm(azure.arm, list));
    expect(failure.message).toContain("https://evil.example");
    expect(host.requests).toHaveLength(1);
  });

  test.each([
    "https://management.azure.com:444/subscriptions/1?api-version=1",
    "http://management.azure.com/subscriptions/1?api-version=1",
    "/subscriptions/1?api-version=1",
    "",
  ])("%j is no address that is called", async (url) => {
    const { azure, host } = azureOn({ body: {} });
    const call = { method: "GET", url, commandName: "Test/Get" } as const;
    const failure = await failureOfCall(asService(() => sendArm(azure.arm, call, [200], undefined)));
    expect(failure.kind).toBe("unexpected");
    expect(host.requests).toHaveLength(0);
  });

  test.each([
    "/x",
    "/x?api-version=1&api-version=2",
    "/x?api-version=1&API-Version=2",
    "/x?api-version=1#y",
    "//x?api-version=1",
    "/a%2fb?api-version=1",
    "/a%5C?api-version=1",
    "/a%252e?api-version=1",
  ])("a write to %s is not sent: it can be read in two ways", async (rest) => {
    const { azure, host } = azureOn({ body: {} });
    const call = { method: "PUT", url: armOrigin + rest, commandName: "Test/Put", body: {} } as const;
    const failure = await failureOfCall(asService(() => sendArm(azure.arm, call, [200], undefined)));
    expect(failure.message).toContain("could be read in two ways");
    expect(host.requests).toHaveLength(0);
  });

  test("what was looked at is what is sent", async () => {
    const { azure, host } = azureOn({ body: {} });
    const url = "https://management.azure.com\\@evil.example/../b\\c\t?api-version=1";
    await sendArm(azure.arm, { method: "PUT", url, commandName: "Test/Put", body: {} }, [200], undefined);
    expect(host.requests.map(({ uri }) => uri)).toEqual([`${armOrigin}/b/c?api-version=1`]);
  });

  test("a link that points to itself ends the listing with a failure", async () => {
    const link = "https://management.azure.com/subscriptions/11111111-1111-4111-8111-111111111111/x?page=2";
    const page = { body: { value: [1], nextLink: link } };
    const { azure } = azureOn(page, page, page);
    const list = {
      commandName: "Test/List",
      path: armPath`${"/subscriptions/11111111-1111-4111-8111-111111111111/x"}`,
      apiVersion: "2022-04-01",
    };
    expect((await failureOfCall(listArm(azure.arm, list))).message).toContain("repeated a link");
  });

  test("an ARM list without a value is a failure", async () => {
    const { azure } = azureOn({ body: { items: [] } });
    const list = {
      commandName: "Test/List",
      path: armPath`${"/subscriptions/11111111-1111-4111-8111-111111111111/x"}`,
      apiVersion: "2022-04-01",
    };
    expect((await failureOfCall(listArm(azure.arm, list))).kind).toBe("unexpected");
  });

  test.each(["security", "containerService"] as const)(
    "the %s client refuses an HTML page too",
    async (name) => {
      const { azure } = azureOn({ body: "<html>" });
      const list = async () => {
        const pages =
          name === "security"
            ? (await azure.security()).alerts.list()
            : (await azure.containerService()).managedClusters.list();
        for await (const _ of pages) {
          throw new Error("There should be no item.");
        }
      };
      expect((await failureOfCall(asService(list))).message).toContain("wasn't JSON");
    },
  );
});

describe("failures", () => {
  test("a 403 carries code, message, request id and the action that is missing", async () => {
    const message =
      "The client 'ada' with object id '1' does not have authorization to perform action 'Microsoft.Security/alerts/read' over scope '/subscriptions/11111111-1111-4111-8111-111111111111'.";
    const { azure } = azureOn({
      status: 403,
      headers: { "x-ms-request-id": "r-1" },
      body: armError("AuthorizationFailed", message),
    });
    expect(await failureOfCall(runResourceGraph(azure.resourceGraph, query))).toEqual({
      kind: "forbidden",
      code: "AuthorizationFailed",
      message,
      missingAction: "Microsoft.Security/alerts/read",
      requestId: "r-1",
    });
  });

  test.each([
    [400, "invalid"],
    [401, "unexpected"],
    [404, "notFound"],
    [409, "conflict"],
    [412, "conflict"],
    [418, "unexpected"],
  ])("status %d is %s", async (status, kind) => {
    const { azure } = azureOn({ status, body: armError("Code") });
    expect((await failureOfCall(runResourceGraph(azure.resourceGraph, query))).kind).toBe(kind);
  });

  test("a canceled call is not a failure", async () => {
    const { azure } = azureOn(rows([]));
    const abort = new AbortController();
    abort.abort();
    await expect(runResourceGraph(azure.resourceGraph, query, abort.signal)).rejects.toMatchObject({
      name: "AbortError",
    });
  });

  test("canceling lets go of a host that never answers", async () => {
    const azure = createAzure({
      httpClient: createHostHttpClient(() => new Promise(() => undefined)),
      subscriptionId: "1111",
    });
    const abort = new AbortController();
    const call = runResourceGraph(azure.resourceGraph, query, abort.signal);
    abort.abort();
    await expect(call).rejects.toMatchObject({ name: "AbortError" });
  });
});

test("each call carries its name, and neither token nor transport headers leave", async () => {
  const { azure, host } = azureOn(rows([]), { body: { value: [] } });
  await runResourceGraph(azure.resourceGraph, query);
  const security = await azure.security();
  await security.alerts.list(callOptions("Test/Alerts", undefined)).next();
  expect(host.requests.map(({ commandName }) => commandName)).toEqual(["Test/Query", "Test/Alerts"]);
  for (const { headers } of host.requests) {
    expect(Object.keys(headers)).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/authorization|user-?agent|content/i)]),
    );
  }
});

describe("what no service should answer", () => {
  test.each(["00:01:01", "23:59:59", "99999:00:00"])(
    "a quota that is used up for %s is said at once, and asked about again after a minute",
    async (asked) => {
      const headers = { "x-ms-user-quota-remaining": "0", "x-ms-user-quota-resets-after": asked };
      const { azure, host, clock } = azureOn({ ...rows([]), headers }, rows([{ id: "a" }]));
      await runResourceGraph(azure.resourceGraph, query);
      expect(await failureOfCall(runResourceGraph(azure.resourceGraph, query))).toMatchObject({
        kind: "throttled",
        message: expect.stringContaining(asked) as string,
      });
      expect(clock.sleeps).toEqual([]);
      expect(host.requests).toHaveLength(1);
      await clock.sleep(60_000, undefined);
      expect((await runResourceGraph(azure.resourceGraph, query)).rows).toEqual([{ id: "a" }]);
    },
  );

  const nested = (levels: number): unknown => JSON.parse(`${"[".repeat(levels)}${"]".repeat(levels)}`);

  test.each([6_000, 20_000])(
    "a row of %i levels loses neither the list nor its neighbors",
    async (levels) => {
      const { azure } = azureOn(rows([{ id: "a" }, { id: "b", properties: nested(levels) }, { id: "c" }]));
      const page = await runResourceGraph(azure.resourceGraph, query);
      expect(page.rows.map(({ id }) => id)).toEqual(["a", "b", "c"]);
      expect(JSON.stringify(page.rows[1])).toContain("nested deeper than");
    },
  );

  test("a row of 200,000 elements stays whole", async () => {
    const properties = Array.from({ length: 200_000 }, (_, index) => index);
    const { azure } = azureOn(rows([{ id: "a", properties }]));
    expect((await runResourceGraph(azure.resourceGraph, query)).rows).toEqual([{ id: "a", properties }]);
  });
});

test.each([
  ["https://management.azure.com\\x?a=1", "https://management.azure.com/x?a=1"],
  ["https://management.azure.com/a/../x", "https://management.azure.com/x"],
  ["https://manage\nment.azure.com/x\t", "https://management.azure.com/x"],
  ["https://user:password@management.azure.com/x#y", "https://management.azure.com/x"],
  ["HTTPS://MANAGEMENT.AZURE.COM:443/x", "https://management.azure.com/x"],
])("what is sent is the address as it was read: %j", async (url, sent) => {
  const { azure, host } = azureOn({ body: {} });
  await azure.arm.sendRequest(createPipelineRequest({ url, method: "GET" }));
  expect(host.requests.map(({ uri }) => uri)).toEqual([sent]);
});
