import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import ts from "typescript";
import { dateOf } from "../../../Client/Core/json";
import { regionalFormatOf } from "../../../Client/Core/regionalFormat";

const july = "2026-07-15T08:00:00.000Z";
const times: readonly (readonly [string, string | undefined])[] = [
  ["2026-07-15T08:00:00Z", july],
  ["2026-07-15T10:00:00+02:00", july],
  ["2026-07-15T03:00:00-0500", july],
  ["2026-07-15T08:00:00", july],
  ["2026-07-15T08:00", july],
  ["2026-07-15T08:00:00.0000001", july],
  ["2026-07-15 08:00:00", july],
  ["7/15/2026 8:00:00 AM", july],
  ["Wed, 15 Jul 2026 08:00:00 GMT", july],
  ["Wed, 15 Jul 2026 08:00:00", july],
  ["2026-07-15", "2026-07-15T00:00:00.000Z"],
  ["2026-03-29T02:30:00", "2026-03-29T02:30:00.000Z"],
  // Times that .NET and Windows write where none was set.
  ["0001-01-01", undefined],
  ["0001-01-01T00:00:00", undefined],
  ["0001-01-01T00:00:00+00:00", undefined],
  ["1/1/0001 12:00:00 AM", undefined],
  ["01/01/0001 00:00:00", undefined],
  ["1601-01-01T00:00:00Z", undefined],
  ["9999-12-31T23:59:59.9999999Z", undefined],
  ["12/31/9999 11:59:59 PM", undefined],
  // With the zone in words, with half hours, and at the edges of a calendar.
  ["2026-07-15 08:00:00 UTC", july],
  ["2026-07-15T08:00:00.123 GMT", "2026-07-15T08:00:00.123Z"],
  ["2026-07-15T13:30:00+05:30", july],
  ["2026-07-15T13:45:00+0545", july],
  ["2026-07-15T04:30:00-03:30", july],
  ["2028-02-29T00:00:00Z", "2028-02-29T00:00:00.000Z"],
  ["2026-02-29T00:00:00Z", undefined],
  ["2026-02-30", undefined],
  ["2026-04-31T10:00:00", undefined],
  ["2/30/2026 8:00:00 AM", undefined],
  ["2026-10-25T02:30:00", "2026-10-25T02:30:00.000Z"],
  ["soon", undefined],
  ["", undefined],
];

test.each(times)("%j is %s", (text, expected) => {
  expect(dateOf(text)?.toISOString()).toBe(expected);
});

test.each(["Europe/Berlin", "America/New_York", "Asia/Kolkata"])("the same in %s", (timeZone) => {
  const source = readFileSync(resolve(__dirname, "../../../Client/Core/dateFromText.ts"), "utf8");
  const code = ts.transpile(source, { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 });
  const texts = JSON.stringify(times.map(([text]) => text));
  const program = `${code};console.log(JSON.stringify(${texts}.map((text) => dateFromText(text)?.toISOString() ?? null)))`;
  const answer = execFileSync(process.execPath, ["-e", program], { env: { TZ: timeZone }, encoding: "utf8" });
  expect(JSON.parse(answer)).toEqual(times.map(([, expected]) => expected ?? null));
});

test.each([null, undefined, 0, 20260715, true, {}, []])("%p is no time", (value) => {
  expect(dateOf(value)).toBeUndefined();
});

test.each([
  ["en-us.fr-fr", "fr-FR"],
  ["en.en-us", "en-US"],
  ["de.de-ch", "de-CH"],
  ["zh-hans.zh-hans-cn", "zh-Hans-CN"],
  ["ja", "ja"],
  ["", undefined],
  ["en.", undefined],
  ["en.not_a_locale!", undefined],
  [undefined, undefined],
  [7, undefined],
])("the regional format of the portal's locale %p is %p", (locale, format) => {
  expect(regionalFormatOf(locale)).toBe(format);
});
