import { spanOfAlert } from "../../../Client/Investigation/alertSpan";
import { alertDetails, anAlert } from "../../Support/anAlert";

const now = new Date("2026-11-24T12:00:00Z");

interface Times {
  readonly start?: string;
  readonly end?: string;
  readonly updated?: string;
}

function spanOf({ start, end, updated }: Times) {
  const dateOf = (text: string | undefined) => (text === undefined ? undefined : new Date(text));
  const alert = anAlert({ startTime: dateOf(start), updatedTime: dateOf(updated) });
  const { from, to } = spanOfAlert(alertDetails(alert, { endTime: dateOf(end) }), now);
  return `${from.toISOString()}/${to.toISOString()}`;
}

test.each<[string, Times, string]>([
  [
    "start and end",
    { start: "2026-11-20T10:00:00Z", end: "2026-11-20T11:00:00Z" },
    "2026-11-20T09:30:00.000Z/2026-11-20T11:30:00.000Z",
  ],
  ["start alone", { start: "2026-11-20T10:00:00Z" }, "2026-11-20T09:30:00.000Z/2026-11-20T10:30:00.000Z"],
  ["end alone", { end: "2026-11-20T10:00:00Z" }, "2026-11-20T09:30:00.000Z/2026-11-20T10:30:00.000Z"],
  [
    "end before start",
    { start: "2026-11-20T11:00:00Z", end: "2026-11-20T10:00:00Z" },
    "2026-11-20T09:30:00.000Z/2026-11-20T11:30:00.000Z",
  ],
  ["neither", { updated: "2026-11-22T08:00:00Z" }, "2026-11-21T08:00:00.000Z/2026-11-22T08:00:00.000Z"],
  ["no time at all", {}, "2026-11-23T12:00:00.000Z/2026-11-24T12:00:00.000Z"],
  [
    "a date that no query can hold",
    { start: "+275760-09-13T00:00:00.000Z", updated: "0001-01-01T00:00:00Z" },
    "2026-11-23T12:00:00.000Z/2026-11-24T12:00:00.000Z",
  ],
  ["no date", { start: "soon", end: "never" }, "2026-11-23T12:00:00.000Z/2026-11-24T12:00:00.000Z"],
])("%s", (_, times, span) => {
  expect(spanOf(times)).toBe(span);
});
