import { format } from "../Core/format";
import type { PackageFix } from "../Vulnerabilities/packageUpdates";
import { codeSnippet, type CodeSnippet } from "./codeSnippet";
import { Comments } from "./Comments.resjson";
import { markdownCode } from "./markdownText";

/** The updates that close the most, for people to read: in an issue or a pull request. */
export function updateList(component: string, fixes: readonly PackageFix[]): CodeSnippet {
  const title = format(Comments.updatesTitle, markdownCode(component));
  return codeSnippet("updates", `${title}\n\n${fixes.map(listItem).join("")}`);
}

function listItem({ packageName, installed, version, closes, of, isCompared }: PackageFix): string {
  const text = isCompared ? Comments.updatesItem : Comments.updatesItemNotCompared;
  const from = installed.map(markdownCode).join(", ") || Comments.updatesUnknownVersion;
  return `${format(text, markdownCode(packageName), from, markdownCode(version), closes, of)}\n`;
}
