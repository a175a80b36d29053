import { format } from "../../../Client/Core/format";
import { byteOrderMark, csvText } from "./csvText";
import type { CsvValue, ReportCell, ReportKind, ReportRow } from "./report";
import { Report as Text } from "./Report.resjson";
import type { ReportOptions } from "./writeReport";

interface CsvOptions {
  /** For Excel, which takes UTF-8 for something else without it. */
  readonly hasByteOrderMark: boolean;
  /** What the report is of, as names and values above its header; `undefined`: it begins with its header. */
  readonly about: readonly (readonly [string, string])[] | undefined;
}

/**
 * One table whose columns are those of all kinds; a first column names the kind where there are several. It ends with a row for
 * whatever is missing.
 */
export function csvWriter({ hasByteOrderMark, about }: CsvOptions): ReportOptions["writer"] {
  return (kinds, namesKind) => {
    const { headers, place } = tableOf(kinds, namesKind);
    const others = headers.slice(1).map(() => undefined);
    return {
      rows: (kind, rows) => csvText(rows.map((row) => place(kind, row))),
      head(missing) {
        const above = about ? [...about, [Text.aboutComplete, completeText(missing)], []] : [];
        return `${hasByteOrderMark ? byteOrderMark : ""}${csvText([...above, headers])}`;
      },
      tail: (missing) => csvText(missing.map((text) => [format(Text.incompleteRow, text), ...others])),
    };
  };
}

interface Table {
  readonly headers: readonly string[];
  /** The cells of a kind's row where the table has them. */
  place(kind: ReportKind, row: ReportRow): readonly CsvValue[];
}

/** Columns of the same name are one. */
function tableOf(kinds: readonly ReportKind[], namesKind: boolean): Table {
  const first = namesKind ? [Text.columnKind] : [];
  const headers = [...new Set([...first, ...kinds.flatMap((kind) => kind.headers)])];
  const places = new Map(kinds.map((kind) => [kind, kind.headers.map((header) => headers.indexOf(header))]));
  return {
    headers,
    place(kind, { cells }) {
      const placed: CsvValue[] = headers.map(() => undefined);
      if (namesKind) {
        placed[0] = kind.title;
      }
      places.get(kind)?.forEach((place, index) => {
        placed[place] = textOf(cells[index]);
      });
      return placed;
    },
  };
}

function textOf(cell: ReportCell): CsvValue {
  return typeof cell === "object" ? cell.text : cell;
}

function completeText(missing: readonly string[]): string {
  return missing.length === 0 ? Text.complete : format(Text.incompleteRow, missing.join(" "));
}
