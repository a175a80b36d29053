import { escapeInvisible } from "../Core/visibleText";
import { format } from "../Core/format";
import type { PackageFix } from "../Vulnerabilities/packageUpdates";
import { codeSnippet, type CodeSnippet } from "./codeSnippet";
import { Comments } from "./Comments.resjson";

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

/** Text as a code span of CommonMark: no markup in it has a meaning. */
function markdownCode(text: string): string {
  const visible = escapeInvisible(text, () => "\ufffd") || " ";
  const longest = Math.max(0, ...(visible.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = "`".repeat(longest + 1);
  // One space on either side is taken off again; without them a backtick at the edge would belong to the fence.
  const pad = /^[` ]|[` ]$/.test(visible) && visible.trim() !== "" ? " " : "";
  return `${fence}${pad}${visible}${pad}${fence}`;
}
