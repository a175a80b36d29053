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
  openvex: {
    label: Text.formatOpenVex,
    text: Text.formatVexText,
    ending: "openvex.json",
    mediaType: "application/json",
  },
  cyclonedx: {
    label: Text.formatCycloneDx,
    text: Text.formatVexText,
    ending: "cdx.json",
    mediaType: "application/vnd.cyclonedx+json",
  },
} as const satisfies Readonly<Record<string, ReportFormat>>;

export type ReportFormatName = keyof typeof reportFormats;

/** Whether it has the CVEs of vulnerable resources and no other findings, as documents of VEX do. */
export function hasPartsOnly(format: ReportFormatName): boolean {
  return format === "openvex" || format === "cyclonedx";
}

/** Whether each CVE has a row, asked for or not: in SARIF a result is of a rule, which a CVE is. */
export function alwaysHasParts(format: ReportFormatName): boolean {
  return format === "sarif" || hasPartsOnly(format);
}
