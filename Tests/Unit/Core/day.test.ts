import { execFileSync } from "node:child_process";
import path from "node:path";
import { dayNumber, daysAfter, daysBetween } from "../../../Client/Core/day";

test("days are counted in UTC, whatever the time", () => {
  expect(daysBetween(new Date("2026-11-24T23:59:59Z"), new Date("2026-11-25T00:00:00Z"))).toBe(1);
  expect(daysBetween(new Date("2026-11-24T00:00:00Z"), new Date("2026-11-24T23:59:59Z"))).toBe(0);
  expect(daysBetween(new Date("2026-03-01T12:00:00Z"), new Date("2026-02-27T12:00:00Z"))).toBe(-2);
  expect(dayNumber(new Date("1969-12-31T23:00:00Z"))).toBe(-1);
});

test("days after a moment begin at midnight in UTC", () => {
  expect(daysAfter(new Date("2026-11-24T22:30:00Z"), 7).toISOString()).toBe("2026-12-01T00:00:00.000Z");
  expect(daysAfter(new Date("2028-02-28T10:00:00Z"), 1).toISOString()).toBe("2028-02-29T00:00:00.000Z");
  expect(daysAfter(new Date("2026-11-24T00:00:00Z"), 0).toISOString()).toBe("2026-11-24T00:00:00.000Z");
});

/** Days on which clocks change somewhere, some at midnight; the ends of a month and of a year; a leap day. */
const days = [
  "2026-03-08", // United States
  "2026-03-29", // Europe
  "2026-10-25", // Europe, back
  "2026-11-01", // United States, back
  "2018-11-04", // São Paulo: there was no midnight
  "2026-04-05", // Lord Howe, half an hour
  "2028-02-29",
  "2026-12-31",
  "2027-01-01",
];

test.each([
  "UTC",
  "Pacific/Kiritimati",
  "Pacific/Pago_Pago",
  "America/New_York",
  "America/Sao_Paulo",
  "Europe/Berlin",
  "Asia/Kolkata",
  "Australia/Lord_Howe",
])(
  "a day that is picked in %s stays that day",
  (zone) => {
    const root = path.resolve(__dirname, "../../..");
    const script = path.join(root, "Tests/Support/daysInZones.ts");
    const program = path.join(root, "node_modules/tsx/dist/cli.mjs");
    const output = execFileSync(process.execPath, [program, script, ...days], {
      encoding: "utf8",
      env: { ...process.env, TZ: zone },
    });
    const week = 7 * 86_400_000;
    expect(JSON.parse(output)).toEqual(
      days.map((day) => ({
        shown: day.split("-").map(Number).join("-"),
        picked: `${day}T00:00:00.000Z`,
        weekLater: new Date(Date.parse(day) + week).toISOString(),
        daysToIt: (Date.parse(day) - Date.parse("2026-01-01")) / 86_400_000,
      })),
    );
  },
  60_000,
);
