import { formatDay, timeZoneName, utcOffset } from "../../../Views/Kit/Controls/formatDate";

const january = new Date("2026-01-15T10:00:00Z");
const july = new Date("2026-07-15T10:00:00Z");

test.each([
  ["Europe/Berlin", "Central European Time", "UTC+01:00", "UTC+02:00"],
  ["America/New_York", "Eastern Time", "UTC-05:00", "UTC-04:00"],
  ["Australia/Sydney", "Australian Eastern Time", "UTC+11:00", "UTC+10:00"],
  ["Asia/Kolkata", "India Standard Time", "UTC+05:30", "UTC+05:30"],
  ["Etc/GMT-3", "UTC+03:00", "UTC+03:00", "UTC+03:00"],
  ["UTC", "UTC", "UTC", "UTC"],
])("%s has one name and an offset for each moment", (timeZone, name, winter, summer) => {
  expect(timeZoneName(january, timeZone)).toBe(name);
  expect(timeZoneName(july, timeZone)).toBe(name);
  expect(utcOffset(january, timeZone)).toBe(winter);
  expect(utcOffset(july, timeZone)).toBe(summer);
});

test("a day in UTC is that day in every time zone", () => {
  expect(formatDay(new Date("2026-07-15T00:00:00Z"))).toContain("15");
  expect(formatDay(new Date("2026-07-15T23:59:59Z"))).toContain("15");
});
