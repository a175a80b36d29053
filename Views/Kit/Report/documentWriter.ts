import { format } from "../../../Client/Core/format";
import type { Level } from "../../../Client/Core/level";
import { readableLine } from "../../../Client/Core/visibleText";
import { formatNumber } from "../Controls/formatNumber";
import type { ReportCell, ReportKind } from "./report";
import { Report as Text } from "./Report.resjson";
import type { ReportOptions } from "./writeReport";

/** What stands above the findings in a report that people read. */
interface DocumentAbout {
  readonly title: string;
  /** What it is of, as names and values. */
  readonly facts: readonly (readonly [string, string])[];
  /** What could not be read, in words; empty: nothing. */
  readonly missing: readonly string[];
  /** How many findings there are of each kind, and of its levels. */
  readonly summary: readonly (readonly [kind: string, counts: string])[];
}

/** A language for documents. Texts come as the service gave them; the language escapes them. */
export interface DocumentFormat {
  head(about: DocumentAbout): string;
  heading(text: string): string;
  paragraph(text: string): string;
  tableHead(columns: readonly string[]): string;
  row(cells: readonly string[], level: Level | undefined): string;
  tableEnd(): string;
  tail(): string;
}

/** A document for people: how many findings of each kind and level there are, and a table for each kind, worst first. */
export function documentWriter(
  language: DocumentFormat,
  { title, facts }: Pick<DocumentAbout, "title" | "facts">,
): ReportOptions["writer"] {
  return (kinds) => {
    const counts = new Map(kinds.map((kind) => [kind, new Map<Level | undefined, number>()]));
    let open: ReportKind | undefined;
    let hasTable = false;
    const close = () => {
      const end = hasTable ? language.tableEnd() : language.paragraph(Text.documentNone);
      return open ? end : "";
    };
    return {
      rows(kind, rows) {
        const begins = kind === open ? "" : `${close()}${language.heading(kind.title)}`;
        hasTable &&= kind === open;
        open = kind;
        const opens = !hasTable && rows.length > 0 ? language.tableHead(kind.headers) : "";
        hasTable ||= rows.length > 0;
        const ofKind = counts.get(kind);
        rows.forEach(({ finding: { level } }) => ofKind?.set(level, (ofKind.get(level) ?? 0) + 1));
        return [
          begins,
          opens,
          ...rows.map(({ cells, finding }) => language.row(cells.map(textOf), finding.level)),
        ].join("");
      },
      head: (missing) =>
        language.head({
          title,
          facts: [
            ...facts,
            [Text.aboutComplete, missing.length === 0 ? Text.complete : Text.documentIncomplete],
          ],
          missing,
          summary: kinds.map((kind) => [kind.title, countsText(counts.get(kind))]),
        }),
      tail: () => `${close()}${language.tail()}`,
    };
  };
}

/** In the order of the rows, which is worst first. */
function countsText(counts: ReadonlyMap<Level | undefined, number> = new Map()): string {
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const levels = [...counts].map(([level, count]) =>
    format(Text.documentCount, level ?? Text.documentUnrated, formatNumber(count)),
  );
  return all === 0 ? "0" : format(Text.documentCounts, formatNumber(all), levels.join(", "));
}

/** In its place and on one line, whatever the service sent. */
function textOf(cell: ReportCell): string {
  return readableLine(typeof cell === "object" ? cell.text : String(cell ?? ""));
}
