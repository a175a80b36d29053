import { overlayOf, withoutOverlay, type Overlay } from "../../../Client/Core/overlays";
import {
  noPendingFixes,
  pendingFixesFromText,
  pendingFixesToText,
  pendingStateOf,
  withoutFixed,
  withPendingFix,
  type PendingFix,
} from "../../../Client/QuickFixes/pendingFixes";
import { createRandom } from "../../../Extension/ArmEmulator/World/random";

const start = new Date("2026-11-24T12:00:00Z");
const after = (minutes: number) => new Date(start.getTime() + minutes * 60_000);
const running: PendingFix = {
  fix: "policyAddOn",
  fixedAt: undefined,
  operationUrl: "https://management.azure.com/operations/1?api-version=2026-01-01",
};
const fixed: PendingFix = { ...running, fixedAt: after(3), operationUrl: undefined };
const since = (value: PendingFix): Overlay<PendingFix> => ({ value, at: start, isRepeated: false });
const remember = (fixes: typeof noPendingFixes, id: string, fix: PendingFix) =>
  withPendingFix(fixes, id, fix, start);

test.each([
  ["running", running, 5],
  ["running", running, 500],
  ["waiting", fixed, 3],
  ["waiting", fixed, 32.9],
  ["overdue", fixed, 33],
] as const)("%s", (state, pending, minutes) => {
  expect(pendingStateOf(pending, after(minutes))).toBe(state);
});

test("ids have no letter case; a fix begun anew replaces what was known and is the youngest", () => {
  const fixes = remember(remember(noPendingFixes, "/A/x", running), "/a/Y", fixed);
  expect(overlayOf(fixes, "/a/X")?.value).toBe(running);
  const anew = remember(fixes, "/a/X", fixed);
  expect([...anew]).toEqual([
    ["/a/y", since(fixed)],
    ["/a/x", since(fixed)],
  ]);
  expect([...withoutOverlay(anew, "/A/Y").keys()]).toEqual(["/a/x"]);
});

test("what is fixed and no longer reported, or older than a day, is forgotten", () => {
  const fixes = new Map([
    ["/turned", since(fixed)],
    ["/waiting", since(fixed)],
    ["/running", since(running)],
  ]);
  const left = (minutes: number) => [...withoutFixed(fixes, ["/WAITING"], after(minutes)).keys()];
  for (const minutes of [4, 10, 400, 24 * 60]) {
    expect(left(minutes)).toEqual(["/waiting", "/running"]);
  }
  expect(left(24 * 60 + 0.1)).toEqual([]);
});

test("a fix that was begun and then done is forgotten once it is no longer reported", () => {
  const fixes = remember(remember(noPendingFixes, "/a", running), "/a", fixed);
  expect(withoutFixed(fixes, [], after(4)).size).toBe(0);
});

test("text gives back what was put in", () => {
  const fixes = remember(remember(noPendingFixes, "/a", running), "/b", fixed);
  expect(pendingFixesFromText(pendingFixesToText(fixes))).toEqual(fixes);
  expect(pendingFixesFromText(pendingFixesToText(noPendingFixes))).toEqual(noPendingFixes);
});

test("the text is bounded: the oldest are omitted", () => {
  let fixes = noPendingFixes;
  for (let index = 0; index < 100; index += 1) {
    fixes = remember(fixes, `/assessments/${index}`, running);
  }
  const text = pendingFixesToText(fixes);
  const kept = [...pendingFixesFromText(text).keys()];
  expect(text.length).toBeLessThanOrEqual(4000);
  expect(kept.length).toBeGreaterThan(10);
  expect(kept).toEqual([...fixes.keys()].slice(-kept.length));
  const endless = remember(noPendingFixes, "x".repeat(9_000), running);
  expect(pendingFixesFromText(pendingFixesToText(endless))).toEqual(noPendingFixes);
});

const entry = { id: "/a", fix: "policyAddOn", startedAt: start.toISOString(), operationUrl: "https://x" };
const textWith = (fixes: unknown, version: unknown = 1) => JSON.stringify({ version, fixes });

test.each([
  undefined,
  "",
  "{",
  "null",
  "[]",
  "1",
  textWith(undefined),
  textWith({}),
  textWith([null, 1, "x", []]),
  textWith([entry], 2),
  textWith([{ ...entry, id: " " }]),
  textWith([{ ...entry, fix: "constructor" }]),
  textWith([{ ...entry, startedAt: "soon" }]),
  textWith([{ ...entry, operationUrl: undefined }]),
])("%j is read as nothing", (text) => {
  expect(pendingFixesFromText(text)).toEqual(noPendingFixes);
});

test("what can be read next to what cannot is kept", () => {
  const text = textWith([
    { ...entry, startedAt: 1 },
    { ...entry, fixedAt: "soon" },
  ]);
  expect([...pendingFixesFromText(text)]).toEqual([["/a", since({ ...running, operationUrl: "https://x" })]]);
});

test("damaged text never throws", () => {
  const text = pendingFixesToText(remember(remember(noPendingFixes, "/a", running), "/b", fixed));
  const random = createRandom(1);
  for (let round = 0; round < 2000; round += 1) {
    const [from, to] = [random.whole(text.length), random.whole(text.length)];
    const damaged = `${text.slice(0, from)}${random.pick(["", '"', "}", "null", "9"])}${text.slice(to)}`;
    expect(pendingFixesFromText(damaged).size).toBeLessThanOrEqual(4);
  }
});
