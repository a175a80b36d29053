import { createRandom } from "../../../Extension/ArmEmulator/World/random";
import { csvText } from "../../../Views/Findings/Report/csvText";
import { reportFileName } from "../../../Views/Findings/Report/reportFileName";
import { guarded, readCsv } from "../../Support/readCsv";

test("rows end with CRLF; what needs quotes has them", () => {
  expect(
    csvText([
      ["a", 'say "hi"', "1,5", "two\nlines", undefined, 7.5, -3],
      ["", " padded ", "ü😀", "x", "y", 0, 1],
    ]),
  ).toBe('a,"say ""hi""","1,5","two\nlines",,7.5,-3\r\n," padded ",ü😀,x,y,0,1\r\n');
});

test("nothing is nothing", () => {
  expect(csvText([])).toBe("");
});

test.each([
  "=1+1",
  "+1",
  "-1",
  "@SUM(A1)",
  "\t=1",
  "\r=1",
  '=HYPERLINK("https://evil.example")',
  "=1,2",
  "=1\n+2",
  "@a\u2028",
])("%j is no formula any more", (text) => {
  expect(readCsv(csvText([["first", text]]))).toEqual([["first", `'${text}`]]);
});

const pieces = [
  "=",
  "+",
  "-",
  "@",
  "\t",
  "\r",
  "\n",
  '"',
  '""',
  ",",
  ";",
  "'",
  " ",
  "a",
  "ü",
  "😀",
  "\u2028",
  "\u0000",
  "﻿x",
];

test("whatever is written is read again by another parser, but for the apostrophe before formulas", () => {
  const random = createRandom(4711);
  const textOf = () => Array.from({ length: random.whole(9) }, () => random.pick(pieces)).join("");
  for (let round = 0; round < 2000; round += 1) {
    const rows = Array.from({ length: 1 + random.whole(6) }, () => [
      "begin",
      ...Array.from({ length: 4 }, textOf),
    ]);
    expect(readCsv(csvText(rows))).toEqual(rows.map((row) => row.map(guarded)));
  }
});

test.each([
  ["prod", "all", "prod_all_2026-11-26T0912Z.csv"],
  ["../../etc/passwd", "alerts", "etc-passwd_alerts_2026-11-26T0912Z.csv"],
  ["Ünïcode näme", "a:b*c?", "Unicode-name_a-b-c_2026-11-26T0912Z.csv"],
  ["con", "", "report-con_report-_2026-11-26T0912Z.csv"],
])("the file of %j and %j is named for any file system", (cluster, scope, name) => {
  expect(reportFileName(cluster, scope, new Date("2026-11-26T09:12:34Z"))).toBe(name);
});
