import { escapeInvisible } from "../Core/visibleText";

/** Text as a code span of CommonMark: no markup in it has a meaning. */
export function markdownCode(text: string): string {
  const visible = escapeInvisible(text, () => "\ufffd") || " ";
  const longest = Math.max(0, ...(visible.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = "`".repeat(longest + 1);
  // One space on either side is taken off again; without them a backtick at the edge would belong to the fence.
  const pad = /^[` ]|[` ]$/.test(visible) && visible.trim() !== "" ? " " : "";
  return `${fence}${pad}${visible}${pad}${fence}`;
}
