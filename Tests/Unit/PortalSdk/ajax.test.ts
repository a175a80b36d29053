import { changedSettings } from "../../../Extension/PortalSdk/settings";
import { batch, BatchError, RequestOptions } from "../../../Extension/PortalSdk/Ajax";
import { getTheme, getAuthorizationToken } from "../../../Extension/PortalSdk/Az";
import { readSettings, removeSettings, writeSetting } from "../../../Extension/PortalSdk/PersistentStorage";
import { connectPortal } from "../../../Extension/PortalSdk/portalConnection";
import type { PortalHost, WireRequest, WireResponse } from "../../../Extension/PortalSdk/portalHost";
import { sendThroughPortal } from "../../../Extension/Portal/sendThroughPortal";

/** A portal in memory. It is connected once, as in a frame; tests change what it answers. */
const portal = {
  received: [] as WireRequest[],
  answer: (): Partial<WireResponse> | Error => ({}),
  settings: {} as Readonly<Record<string, string>>,
};

const unused = () => Promise.reject(new Error("Not part of this test."));
const host: PortalHost = {
  batch(requests) {
    portal.received.push(...requests);
    const answer = portal.answer();
    if (answer instanceof Error) {
      return Promise.reject(answer);
    }
    return Promise.resolve(
      requests.map(({ name }) => ({ name, httpStatusCode: 200, headers: {}, content: {}, ...answer })),
    );
  },
  getTheme: () => Promise.resolve("highContrastDark"),
  readSettings: () => Promise.resolve(portal.settings),
  changeSettings: (changes) =>
    Promise.resolve().then(() => void (portal.settings = changedSettings(portal.settings, changes))),
  openBlade: unused,
  openContextPane: unused,
  closeContextPane: unused,
  closeView: unused,
  whenClosed: unused,
  sanitizeLink: unused,
  guardClose: unused,
  setTitle: unused,
  viewReady: unused,
  showNotice: unused,
  notify: unused,
  showView: unused,
  onParametersChange: unused,
  onThemeChange: unused,
  getUserInfo: unused,
  record: unused,
};

beforeAll(() => connectPortal(host));
beforeEach(() => {
  portal.received.length = 0;
  portal.answer = () => ({});
  portal.settings = {};
});

describe("Ajax.batch", () => {
  const settings = { uri: "/subscriptions/1?api-version=2022-01-01", setTelemetryHeader: "Test/Call" };

  test("is a GET unless told otherwise, and passes on address, name and headers", async () => {
    await batch({ ...settings, requestHeaderDictionary: { "If-Match": ["*"] } });
    expect(portal.received).toEqual([
      {
        httpMethod: "GET",
        url: settings.uri,
        name: "0",
        requestHeaderDetails: { commandName: "Test/Call" },
        requestHeaderDictionary: { "If-Match": ["*"] },
      },
    ]);
  });

  test.each([400, 403, 429, 500])("rejects with the status %d", async (httpStatusCode) => {
    portal.answer = () => ({ httpStatusCode, content: { error: {} }, headers: { "retry-after": "1" } });
    const error: unknown = await batch(settings).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(BatchError);
    expect(error).toMatchObject({ httpStatusCode, headers: { "retry-after": "1" } });
  });

  test.each(["", " ", "x".repeat(61), undefined])(
    "refuses the telemetry name %p",
    async (setTelemetryHeader) => {
      await expect(
        batch({ uri: settings.uri, ...(setTelemetryHeader === undefined ? {} : { setTelemetryHeader }) }),
      ).rejects.toThrow(settings.uri);
    },
  );

  test("flags combine", () => {
    expect(RequestOptions.DebounceNextTick | RequestOptions.RetrySkip).toBe(17);
  });
});

describe("our transport over it", () => {
  const call = {
    method: "PUT",
    uri: "https://management.azure.com/x",
    commandName: "Test/Put",
    headers: { "if-match": "1" },
    body: { a: 1 },
  };

  test("passes method, body and headers, and the answer's status and headers back", async () => {
    portal.answer = () => ({ httpStatusCode: 202, headers: { location: "l" }, content: { b: 2 } });
    expect(await sendThroughPortal(call)).toEqual({
      status: 202,
      headers: { location: "l" },
      body: { b: 2 },
    });
    expect(portal.received[0]).toMatchObject({
      httpMethod: "PUT",
      content: { a: 1 },
      requestHeaderDictionary: { "if-match": ["1"] },
    });
  });

  test("a refusal is an answer", async () => {
    portal.answer = () => ({
      httpStatusCode: 403,
      headers: { "x-ms-request-id": "r" },
      content: { error: { code: "C" } },
    });
    expect(await sendThroughPortal(call)).toEqual({
      status: 403,
      headers: { "x-ms-request-id": "r" },
      body: { error: { code: "C" } },
    });
  });

  test("no answer is an error", async () => {
    portal.answer = () => new Error("Failed to fetch");
    await expect(sendThroughPortal(call)).rejects.toThrow("Failed to fetch");
  });
});

test("the theme comes as mode and contrast", async () => {
  expect(await getTheme()).toEqual({ mode: 1, highContrastMode: 2 });
});

test("no token is to be had in a frame", async () => {
  await expect(getAuthorizationToken()).rejects.toThrow("no tokens");
});

describe("PersistentStorage", () => {
  test("keeps texts by key and forgets them", async () => {
    await writeSetting("a", "1");
    await writeSetting("b", "2");
    expect(await readSettings("a", "c")).toEqual({ a: "1" });
    await removeSettings("a");
    expect(await readSettings("a", "b")).toEqual({ b: "2" });
  });

  test("two that write at once keep both", async () => {
    await Promise.all([writeSetting("a", "1"), writeSetting("b", "2"), removeSettings("c")]);
    expect(await readSettings("a", "b")).toEqual({ a: "1", b: "2" });
  });

  test("holds to the portal's limits", async () => {
    await writeSetting("a", "x".repeat(10_000));
    await expect(writeSetting("b", "x".repeat(300))).rejects.toThrow("10240");
    await expect(writeSetting("k".repeat(257), "")).rejects.toThrow("256");
    expect(Object.keys(portal.settings)).toEqual(["a"]);
  });
});
