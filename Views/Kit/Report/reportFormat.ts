import { Report as Text } from "./Report.resjson";

/** A kind of file that a report can be. */
interface ReportFormat {
  /** What it is called. */
  readonly label: string;
  /** What it is good for, as a sentence. */
  readonly text: string;
  /** Of the file's name. */
  readonly ending: string;
  readonly mediaType: string;
}

/** By name, in the order in which they are offered. */
export const reportFormats = {
  csv: { label: Text.formatCsv, text: Text.formatCsvText, ending: "csv", mediaType: "text/csv" },
  html: { label: Text.formatHtml, text: Text.formatHtmlText, ending: "html", mediaType: "text/html" },
  markdown: {
    label: Text.formatMarkdown,
    text: Text.formatMarkdownText,
    ending: "md",
    mediaType: "text/markdown",
  },
  json: { label: Text.formatJson, text: Text.formatJsonText, ending: "json", mediaType: "application/json" },
  sarif: {
    label: Text.formatSarif,
    text: Text.formatSarifText,
    ending: "sarif",
    mediaType: "application/sarif+json",
  },
} as const satisfies Readonly<Record<string, ReportFormat>>;

export type ReportFormatName = keyof typeof reportFormats;

/** Whether each CVE has a row, asked for or not: in SARIF a result is of a rule, which a CVE is. */
export function alwaysHasParts(format: ReportFormatName): boolean {
  return format === "sarif";
}
