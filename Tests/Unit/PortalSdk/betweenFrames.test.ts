import { closeCurrentBlade, log, openBlade, openContextPane } from "../../../Extension/PortalSdk/Az";
import { cloned } from "../../../Extension/PortalSdk/frameValues";
import { BladeReferences, sanitizeLink } from "../../../Extension/PortalSdk/Navigation";
import { connectPortal } from "../../../Extension/PortalSdk/portalConnection";
import type { BladeClosed, BladeReference, PortalHost } from "../../../Extension/PortalSdk/portalHost";
import { isSanitized } from "../../../Extension/PortalSdk/sanitizedLinks";
import { createHost } from "../../../Extension/Portal/createHost";
import { dashboardSession } from "../../../Extension/Portal/dashboardSession";
import { sessionIn } from "../../../Extension/Portal/windowSessions";
import { clear } from "../../../Extension/PortalSdk/DataCache";
import { replaceStorage } from "../../../Extension/LocalPortal/Frame/frameStorage";
import { aCluster } from "../../Support/aCluster";

/** A portal in memory, connected once as in a frame. Panes stay open until a test closes them. */
const portal = {
  opened: [] as BladeReference[],
  /** What is returned by views that close themselves. */
  returned: [] as unknown[],
  close: (_: BladeClosed): void => undefined,
  opens: true,
  /** How many panes aren't opened for a fault. */
  fails: 0,
  asked: [] as string[],
  refuses: false,
};
connectPortal({
  openBlade: (reference: BladeReference) => Promise.resolve(portal.opened.push(reference) > 0),
  openContextPane(reference: BladeReference) {
    if (portal.fails > 0) {
      portal.fails -= 1;
      return Promise.reject(new Error("DataCloneError"));
    }
    portal.opened.push(reference);
    return Promise.resolve(portal.opens ? "pane" : undefined);
  },
  whenClosed: () => new Promise<BladeClosed>((resolve) => (portal.close = resolve)),
  closeView: (data: unknown) => Promise.resolve(portal.returned.push(data) > 0),
  sanitizeLink(href: string) {
    portal.asked.push(href);
    return portal.refuses
      ? Promise.reject(new Error("No answer"))
      : Promise.resolve(`https://portal.test/verifyLink?href=${encodeURIComponent(href)}`);
  },
} as unknown as PortalHost); // Nothing else is called here.

/** Frames of one origin. Node's own channels would keep the process from ending. */
class Channels extends EventTarget {
  static readonly all: Channels[] = [];
  constructor(readonly name: string) {
    super();
    Channels.all.push(this);
  }
  postMessage(): void {
    const others = Channels.all.filter((one) => one !== this && one.name === this.name);
    others.forEach((one) => one.dispatchEvent(new Event("message")));
  }
}
globalThis.BroadcastChannel = Channels as unknown as typeof BroadcastChannel; // All that is used of it.

beforeEach(() => {
  Object.assign(portal, { opened: [], returned: [], opens: true, fails: 0, asked: [], refuses: false });
});

/** Lets everything go on that was waiting for what is there. */
const nextTurn = () => new Promise((resolve) => setImmediate(resolve));

const pane = BladeReferences.forBlade("PlanSettings.ReactView");

describe("a pane and its opener", () => {
  test("what a view returns reaches the view that opened it, and functions stay in their frame", async () => {
    const heard: unknown[] = [];
    const onClosed = (...how: unknown[]) => void heard.push(how);
    expect(await openContextPane(pane.createReference({ parameters: { id: "1" }, onClosed }))).toBe(true);
    expect(portal.opened).toEqual([
      { extensionName: "AksSecurityDashboard", bladeName: "PlanSettings.ReactView", parameters: { id: "1" } },
    ]);
    portal.close({ reason: 2, data: { changed: true } });
    await nextTurn();
    expect(heard).toEqual([[2, { changed: true }]]);
    await closeCurrentBlade({ changed: false });
    expect(portal.returned).toEqual([{ changed: false }]);
  });

  test("a pane that isn't opened is never closed", async () => {
    portal.opens = false;
    expect(await openContextPane(pane.createReference({ onClosed: () => undefined }))).toBe(false);
  });

  const save = () => undefined;
  test.each([
    [
      "openContextPane",
      () => openContextPane(pane.createReference({ parameters: { on: { save } } })),
      "parameters.on.save",
    ],
    ["openBlade", () => openBlade(pane.createReference({ parameters: { save } })), "parameters.save"],
    ["closeCurrentBlade", () => closeCurrentBlade({ rows: [1, save] }), "rows.1"],
  ])("%s refuses a function and says where it is", async (name, call, place) => {
    await expect(call()).rejects.toThrow(new RegExp(`^${name}: .*\\.${place} is a function\\.`));
    expect([portal.opened, portal.returned]).toEqual([[], []]);
  });
});

test("a copy shares nothing, and keeps what frames can copy", () => {
  class Cluster {
    constructor(readonly name: string) {}
  }
  const value = {
    at: new Date(0),
    map: new Map([["a", 1]]),
    made: new Cluster("c"),
    self: undefined as unknown,
  };
  value.self = value;
  const copy = cloned(value, "it");
  expect(copy.at).toEqual(value.at);
  expect(copy.map.get("a")).toBe(1);
  expect(copy.made).not.toBeInstanceOf(Cluster);
  expect(copy.made.name).toBe("c");
  expect(copy.self).toBe(copy);
  for (const bad of [Symbol("s"), Promise.resolve(), new WeakMap(), new Map([["f", log]]), new Set([log])]) {
    expect(() => cloned({ bad }, "it")).toThrow(/^it\.bad\S* is a (?:function|symbol|Promise|WeakMap)\. /);
  }
});

describe("a view that opens our settings", () => {
  const opener = () => {
    const host = createHost("cluster");
    let told = 0;
    const stop = host.onChangeElsewhere(() => (told += 1));
    return { host, told: () => told, stop };
  };

  test.each([
    ["changed something", { reason: 2, data: { changed: true } }, 1],
    ["changed nothing", { reason: 2, data: { changed: false } }, 0],
    ["was closed by the user, and returned nothing", { reason: 1 }, 1],
    ["returned something unknown", { reason: 2, data: { saved: 1 } }, 1],
  ] as const)("hears when the pane %s", async (_, closed, times) => {
    const { host, told, stop } = opener();
    await host.openPane("PlanSettings.ReactView", { id: "1" });
    portal.close(closed);
    await nextTurn();
    expect(told()).toBe(times);
    stop();
  });

  test("opens them also in a portal that can't take a function in a reference", async () => {
    const { host, stop } = opener();
    portal.fails = 1;
    expect(await host.openPane("PlanSettings.ReactView", { id: "1" })).toBe(true);
    expect(portal.opened).toHaveLength(1);
    portal.fails = 2;
    await expect(host.openPane("PlanSettings.ReactView", { id: "1" })).rejects.toThrow("DataCloneError");
    stop();
  });

  test("and a pane returns whether it has announced a change", async () => {
    const host = createHost("another");
    await host.close();
    host.announceChange();
    await host.close();
    expect(portal.returned).toEqual([{ changed: false }, { changed: true }]);
  });

  test("hears of other pages of the same cluster where frames hear each other", () => {
    const { host, told, stop } = opener();
    createHost("another cluster").announceChange();
    host.announceChange();
    expect(told()).toBe(0);
    createHost("cluster").announceChange();
    expect(told()).toBe(1);
    stop();
  });

  test("does all that in a frame without channels too", async () => {
    const channels = globalThis.BroadcastChannel;
    Reflect.deleteProperty(globalThis, "BroadcastChannel");
    const { host, told, stop } = opener();
    host.announceChange();
    await host.openPane("PlanSettings.ReactView", { id: "1" });
    portal.close({ reason: 2, data: { changed: true } });
    await nextTurn();
    globalThis.BroadcastChannel = channels;
    expect(told()).toBe(1);
    stop();
  });
});

describe("a session, which holds functions", () => {
  test("is one for the data fetcher and the view, in their window, until the view is closed", async () => {
    const cluster = aCluster();
    const [first, second] = await Promise.all([dashboardSession(cluster), dashboardSession(cluster)]);
    expect(second).toBe(first);
    clear("ViewClose");
    const later = await dashboardSession(cluster);
    expect(later).not.toBe(first);
    expect(await dashboardSession(cluster)).toBe(later);
  });

  test("is shared by two bundles, each with a copy of our code", async () => {
    await jest.isolateModulesAsync(async () => {
      const copy = await import("../../../Extension/Portal/windowSessions");
      expect(copy.sessionIn).not.toBe(sessionIn);
      expect(copy.sessionIn("key", "visit", () => ({ madeBy: "copy" }))).toEqual({ madeBy: "copy" });
    });
    const make = () => ({ madeBy: "original" });
    expect(sessionIn("key", "visit", make)).toEqual({ madeBy: "copy" });
    expect(sessionIn("key", "next visit", make)).toEqual({ madeBy: "original" });
  });
});

describe("links", () => {
  test("are what the portal makes of them, which it's asked once", async () => {
    const { sanitizeLink: safe } = createHost("links");
    const href = "https://learn.microsoft.com/";
    const answer = await safe(href);
    expect(answer).toBe("https://portal.test/verifyLink?href=https%3A%2F%2Flearn.microsoft.com%2F");
    expect(safe(href)).toBe(answer);
    expect(portal.asked).toEqual([href]);
    expect([isSanitized(answer), isSanitized(href)]).toEqual([true, false]);
  });

  test("have no address while the portal can't be asked, and are asked about again", async () => {
    portal.refuses = true;
    const { sanitizeLink: safe } = createHost("links");
    expect(await safe("https://a.test/")).toBe("");
    portal.refuses = false;
    expect(await safe("https://a.test/")).toMatch(/verifyLink/);
  });

  test.each(["javascript:alert(1)", "http://a.test/", "no link", "data:text/html,x"])(
    "%s gets no address",
    async (href) => {
      expect(await sanitizeLink(href)).toBe("");
      expect(portal.asked).toEqual([]);
    },
  );
});

test("the stores of a frame are its own, keep texts, and end with it", () => {
  const frame = { localStorage: undefined, sessionStorage: undefined } as unknown as Window;
  replaceStorage(frame);
  frame.localStorage.setItem("a", 1 as unknown as string);
  expect([frame.localStorage.getItem("a"), frame.localStorage.key(0), frame.localStorage.length]).toEqual([
    "1",
    "a",
    1,
  ]);
  expect(frame.sessionStorage.getItem("a")).toBeNull();
  frame.localStorage.removeItem("a");
  expect([frame.localStorage.getItem("a"), frame.localStorage.key(0)]).toEqual([null, null]);
  const next = {} as Window;
  frame.sessionStorage.setItem("b", "c");
  replaceStorage(next);
  expect(next.sessionStorage.length).toBe(0);
});
