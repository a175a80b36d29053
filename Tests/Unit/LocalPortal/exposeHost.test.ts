import { wrap } from "comlink";
import { once } from "node:events";
import { MessageChannel, type MessagePort as NodePort } from "node:worker_threads";
import { exposeHost } from "../../../Extension/LocalPortal/Shell/exposeHost";
import type { PortalHost } from "../../../Extension/PortalSdk/portalHost";

/** Ports that are open keep the process alive, also when a test fails. */
const open: NodePort[] = [];
afterEach(() => open.splice(0).forEach((port) => port.close()));

/** A host with one method, on a port as the browser's. */
function setup() {
  const { port1, port2 } = new MessageChannel();
  open.push(port1, port2);
  const titles: string[] = [];
  const host = {
    setTitle: (title: string) => Promise.resolve(void titles.push(title)),
  } as unknown as PortalHost;
  exposeHost(host, port1 as unknown as MessagePort);
  return { frame: port2, titles, host };
}

const raw = (value: unknown) => ({ type: "RAW", value });

test("a frame calls the methods of its host", async () => {
  const { frame, titles } = setup();
  await wrap<PortalHost>(frame as unknown as MessagePort).setTitle("Dashboard");
  expect(titles).toEqual(["Dashboard"]);
});

test.each([
  { type: "SET", path: ["__proto__", "polluted"], value: raw(true) },
  { type: "SET", path: ["setTitle", "__proto__", "polluted"], value: raw(true) },
  { type: "SET", path: ["constructor", "prototype", "polluted"], value: raw(true) },
  { type: "SET", path: ["setTitle"], value: raw(true) },
  { type: "GET", path: [] },
  { type: "GET", path: ["setTitle", "constructor"] },
  { type: "APPLY", path: ["setTitle", "constructor"], argumentList: [raw("globalThis.polluted = true")] },
  { type: "APPLY", path: ["__defineGetter__"], argumentList: [raw("polluted"), raw(1)] },
  { type: "APPLY", path: ["constructor", "assign"], argumentList: [] },
  { type: "APPLY", path: [["setTitle"]], argumentList: [] },
  { type: "APPLY", path: "setTitle", argumentList: [] },
  { type: "APPLY", path: ["setTitle"], argumentList: "x" },
  { type: "CONSTRUCT", path: ["constructor"], argumentList: [] },
  { type: "ENDPOINT", path: [] },
  { type: "RELEASE", path: [] },
  null,
  "APPLY",
])("and does nothing else: %j", async (message) => {
  const { frame, titles, host } = setup();
  const answers: unknown[] = [];
  frame.on("message", (answer: unknown) => answers.push(answer));
  frame.postMessage(message === null || typeof message === "string" ? message : { id: "bad", ...message });
  frame.postMessage({ id: "good", type: "APPLY", path: ["setTitle"], argumentList: [raw("Dashboard")] });
  await once(frame, "message");
  expect(answers).toEqual([expect.objectContaining({ id: "good", value: undefined })]);
  expect(titles).toEqual(["Dashboard"]);
  expect(Object.keys(host)).toEqual(["setTitle"]);
  expect("polluted" in globalThis || "polluted" in {}).toBe(false);
});
