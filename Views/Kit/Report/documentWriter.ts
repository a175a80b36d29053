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

/** What was written of a kind. */
interface Section {
  readonly counts: Map<Level | undefined, number>;
  isWhole: boolean;
}

/** A document for people: how many findings of each kind and level there are, and a table for each kind, worst first. */
export function documentWriter(
  language: DocumentFormat,
  { title, facts }: Pick<DocumentAbout, "title" | "facts">,
): ReportOptions["writer"] {
  return (kinds) => {
    const sections = new Map<ReportKind, Section>(
      kinds.map((kind) => [kind, { counts: new Map(), isWhole: true }]),
    );
    return {
      rows(kind, rows) {
        const counts = sections.get(kind)?.counts ?? new Map<Level | undefined, number>();
        const begins =
          counts.size > 0 || rows.length === 0
            ? ""
            : `${language.heading(kind.title)}${language.tableHead(kind.headers)}`;
        rows.forEach(({ finding: { level } }) => counts.set(level, (counts.get(level) ?? 0) + 1));
        return [
          begins,
          ...rows.map(({ cells, finding }) => language.row(cells.map(textOf), finding.level)),
        ].join("");
      },
      ends(kind, missing) {
        const section = sections.get(kind);
        if (section && missing.length > 0) {
          section.isWhole = false;
        }
        const texts = missing.length === 0 ? [Text.documentNone] : missing.map(readableLine);
        return section && section.counts.size > 0
          ? language.tableEnd()
          : [language.heading(kind.title), ...texts.map(language.paragraph)].join("");
      },
      head: (missing) =>
        language.head({
          title: readableLine(title),
          facts: [
            ...facts.map(([name, value]) => [name, readableLine(value)] as const),
            [Text.aboutComplete, missing.length === 0 ? Text.complete : Text.documentIncomplete],
          ],
          missing: missing.map(readableLine),
          summary: kinds.map((kind) => [kind.title, countsText(sections.get(kind))]),
        }),
      tail: () => language.tail(),
    };
  };
}

/** In the order of the rows, which is worst first. Where some could not be read, no number stands for all of them, and none for none. */
function countsText({ counts, isWhole }: Section = { counts: new Map(), isWhole: false }): string {
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const levels = [...counts].map(([level, count]) =>
    format(Text.documentCount, level ?? Text.documentUnrated, formatNumber(count)),
  );
  if (all === 0) {
    return isWhole ? "0" : Text.documentUnread;
  }
  const text = format(Text.documentCounts, formatNumber(all), levels.join(", "));
  return isWhole ? text : format(Text.documentAtLeast, text);
}

/** In its place and on one line, whatever the service sent. */
function textOf(cell: ReportCell): string {
  return readableLine(typeof cell === "object" ? cell.text : String(cell ?? ""));
}
