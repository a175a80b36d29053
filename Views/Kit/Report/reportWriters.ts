/** Code that is loaded when a report is written. */
import { format } from "../../../Client/Core/format";
import { csvWriter } from "./csvWriter";
import { documentWriter } from "./documentWriter";
import { html } from "./html";
import { jsonWriter } from "./jsonWriter";
import { markdown } from "./markdown";
import { Report as Text } from "./Report.resjson";
import type { ReportFormatName } from "./reportFormat";
import { aboutLines, type ReportRequest } from "./reportRequest";
import { sarifWriter } from "./sarifWriter";
import { vexWriter } from "./vexWriter";
import type { ReportOptions } from "./writeReport";

/** What a file is to be, and what it says of itself. */
type WrittenRequest = Omit<ReportRequest, "begin">;

/** The writer of a report that was asked for `at` a time. */
export function writerOf(request: WrittenRequest, at: Date): ReportOptions["writer"] {
  const lines = aboutLines(request, at);
  const { cluster, name, scope, narrowing, hasByteOrderMark, saysWhatItIs } = request;
  const document = { title: format(Text.documentTitle, cluster.name), facts: lines };
  const program = {
    clusterId: cluster.id,
    createdAt: at,
    scope,
    narrowing,
    part: name === "all" ? undefined : name,
  };
  const writers: Readonly<Record<ReportFormatName, () => ReportOptions["writer"]>> = {
    csv: () => csvWriter({ hasByteOrderMark, about: saysWhatItIs ? lines : undefined }),
    html: () => documentWriter(html, document),
    json: () => jsonWriter(program),
    markdown: () => documentWriter(markdown, document),
    sarif: () => sarifWriter(program),
    openvex: () => vexWriter("openvex", program),
    cyclonedx: () => vexWriter("cyclonedx", program),
  };
  return writers[request.format]();
}
