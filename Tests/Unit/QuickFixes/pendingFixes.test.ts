import {
  longestPendingText,
  noPendingFixes,
  pendingFixesFromText,
  pendingFixesToText,
  pendingFixOf,
  pendingStateOf,
  withoutEnded,
  withoutPendingFix,
  withPendingFix,
  type PendingFix,
} from "../../../Client/QuickFixes/pendingFixes";
import { createRandom } from "../../../Extension/ArmEmulator/World/random";

const start = new Date("2026-11-24T12:00:00Z");
const after = (minutes: number) => new Date(start.getTime() + minutes * 60_000);
const running: PendingFix = {
  fix: "policyAddOn",
  startedAt: start,
  fixedAt: undefined,
  operationUrl: "https://management.azure.com/operations/1?api-version=2026-01-01",
};
const fixed: PendingFix = { ...running, fixedAt: after(3), operationUrl: undefined };

test.each([
  ["running", running, true, 5],
  ["running", running, false, 500],
  ["waiting", fixed, true, 3],
  ["waiting", fixed, true, 32.9],
  ["overdue", fixed, true, 33],
  ["turned", fixed, false, 4],
  ["turned", fixed, false, 400],
] as const)("%s", (state, pending, isReported, minutes) => {
  expect(pendingStateOf(pending, isReported, after(minutes))).toBe(state);
});

test("ids have no letter case; a fix begun anew replaces what was known and is the youngest", () => {
  const fixes = withPendingFix(withPendingFix(noPendingFixes, "/A/x", running), "/a/Y", fixed);
  expect(pendingFixOf(fixes, "/a/X")).toBe(running);
  const anew = withPendingFix(fixes, "/a/X", fixed);
  expect([...anew]).toEqual([
    ["/a/y", fixed],
    ["/a/x", fixed],
  ]);
  expect([...withoutPendingFix(anew, "/A/Y").keys()]).toEqual(["/a/x"]);
});

test("what has turned or is a day old is forgotten", () => {
  const fixes = new Map([
    ["/turned", fixed],
    ["/waiting", fixed],
    ["/running", running],
  ]);
  expect([...withoutEnded(fixes, ["/WAITING"], after(10)).keys()]).toEqual(["/waiting", "/running"]);
  expect([...withoutEnded(fixes, ["/waiting"], after(24 * 60)).keys()]).toEqual([]);
});

test("text gives back what was put in", () => {
  const fixes = withPendingFix(withPendingFix(noPendingFixes, "/a", running), "/b", fixed);
  expect(pendingFixesFromText(pendingFixesToText(fixes))).toEqual(fixes);
  expect(pendingFixesFromText(pendingFixesToText(noPendingFixes))).toEqual(noPendingFixes);
});

test("the text is bounded: the oldest are left out", () => {
  let fixes = noPendingFixes;
  for (let index = 0; index < 100; index += 1) {
    fixes = withPendingFix(fixes, `/assessments/${index}`, running);
  }
  const text = pendingFixesToText(fixes);
  const kept = [...pendingFixesFromText(text).keys()];
  expect(text.length).toBeLessThanOrEqual(longestPendingText);
  expect(kept.length).toBeGreaterThan(10);
  expect(kept).toEqual([...fixes.keys()].slice(-kept.length));
  const endless = withPendingFix(noPendingFixes, "x".repeat(9_000), running);
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
  expect([...pendingFixesFromText(text)]).toEqual([["/a", { ...running, operationUrl: "https://x" }]]);
});

test("damaged text never throws", () => {
  const text = pendingFixesToText(withPendingFix(withPendingFix(noPendingFixes, "/a", running), "/b", fixed));
  const random = createRandom(1);
  for (let round = 0; round < 2000; round += 1) {
    const [from, to] = [random.whole(text.length), random.whole(text.length)];
    const damaged = `${text.slice(0, from)}${random.pick(["", '"', "}", "null", "9"])}${text.slice(to)}`;
    expect(pendingFixesFromText(damaged).size).toBeLessThanOrEqual(4);
  }
});
