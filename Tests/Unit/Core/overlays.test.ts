import { overlayOf, withoutEnded, withOverlay, type Overlays } from "../../../Client/Core/overlays";

const start = new Date("2026-11-24T12:00:00Z");
const after = (minutes: number) => new Date(start.getTime() + minutes * 60_000);
const none: Overlays<string> = new Map();
const longest = 15 * 60_000;
const left = (overlays: Overlays<string>, shown: Readonly<Record<string, string>>, minutes: number) => [
  ...withoutEnded(overlays, {
    isShown: (id, value) => shown[id] === value,
    longest,
    now: after(minutes),
  }).keys(),
];

test("a write is laid over what is read until a read shows it", () => {
  const overlays = withOverlay(withOverlay(none, "/A", "on", start), "/b", "on", start);
  expect(overlayOf(overlays, "/a")?.value).toBe("on");
  expect(left(overlays, { "/a": "off" }, 1)).toEqual(["/a", "/b"]);
  expect(left(overlays, { "/a": "on" }, 1)).toEqual(["/b"]);
});

test("or until its time is over", () => {
  const overlays = withOverlay(withOverlay(none, "/a", "on", start), "/b", "on", after(1));
  expect(left(overlays, {}, 15)).toEqual(["/a", "/b"]);
  expect(left(overlays, {}, 15.1)).toEqual(["/b"]);
});

test("there and back: a read with the value of the second write may be from before both, so only time ends it", () => {
  const overlays = withOverlay(withOverlay(none, "/a", "on", start), "/A", "off", after(1));
  expect(overlayOf(overlays, "/a")?.value).toBe("off");
  expect(left(overlays, { "/a": "off" }, 2)).toEqual(["/a"]);
  expect(left(overlays, { "/a": "off" }, 16.1)).toEqual([]);
});
