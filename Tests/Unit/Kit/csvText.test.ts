import { createRandom } from "../../../Extension/ArmEmulator/World/random";
import { csvText } from "../../../Views/Kit/Report/csvText";
import { reportFileName } from "../../../Views/Kit/Report/reportFileName";
import { cellsWithoutQuotes, isFormula, readCsv, readCsvWith, unguarded } from "../../Support/readCsv";
import { formulas } from "../../Support/hostileCells";

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
  ["=1+1", "'=1+1"],
  ["-1", "'-1"],
  ["\t=1", "'\t'=1"],
  ["=1\n+2", "'=1\n'+2"],
  ["a;=1", "a;'=1"],
  ["a|b", "a|b"],
  ["a; b - c", "a; b - c"],
  ["lodash, @babel/core", "lodash, @babel/core"],
  ["＝1", "'＝1"],
])("%j is written as %j", (text, written) => {
  expect(readCsv(csvText([["first", text]]))).toEqual([["first", written]]);
});

const separators = [",", ";", "\t", "|"] as const;

describe.each(separators)("read with %j between cells", (separator) => {
  test.each(formulas)("%j is no formula, wherever it stands", (text) => {
    const written = csvText([
      [text, "x", text],
      ["x", text],
    ]);
    expect(readCsvWith(written, separator).flat().filter(isFormula)).toEqual([]);
    // A comma is the file's own separator, with which every reader knows the quotes.
    const cells = separator === "," ? [] : cellsWithoutQuotes(written, separator);
    expect(cells.filter(isFormula)).toEqual([]);
  });
});

test("a text of a million separators is written at once", () => {
  for (const text of ["\t".repeat(1e6), ";".repeat(1e6), `${'"'.repeat(1e6)}x`, " ".repeat(1e6)]) {
    expect(csvText([[text]]).length).toBeGreaterThanOrEqual(1e6);
  }
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
  "|",
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
    const written = csvText(rows);
    expect(readCsv(written).map((row) => row.map(unguarded))).toEqual(rows.map((row) => row.map(unguarded)));
    for (const separator of [";", "\t", "|"]) {
      expect(cellsWithoutQuotes(written, separator).filter(isFormula)).toEqual([]);
    }
  }
});

test.each([
  ["prod", "all", "prod_all_2026-11-26T0912Z.csv"],
  ["../../etc/passwd", "alerts", "etc-passwd_alerts_2026-11-26T0912Z.csv"],
  ["Ünïcode näme", "a:b*c?", "Unicode-name_a-b-c_2026-11-26T0912Z.csv"],
  ["con", "", "report-con_report-_2026-11-26T0912Z.csv"],
])("the file of %j and %j is named for any file system", (cluster, scope, name) => {
  expect(reportFileName(cluster, scope, new Date("2026-11-26T09:12:34Z"), "csv")).toBe(name);
});
