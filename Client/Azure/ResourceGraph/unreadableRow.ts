import { readableText } from "../../Core/visibleText";
import type { Failure } from "../../Core/failure";
import { format } from "../../Core/format";
import { boundedDepth } from "../../Core/boundedDepth";
import { Messages } from "../Pipeline/Messages.resjson";

const longestValue = 200;

/** The gap that a row leaves: what kind of row, which one, and the value that could not be read. */
export function unreadableRow(
  kind: string,
  which: string,
  field: string,
  value: unknown,
): { readonly rowError: Failure } {
  const text = JSON.stringify(boundedDepth(value)) ?? "undefined";
  const shown = text.length > longestValue ? `${text.slice(0, longestValue)}…` : text;
  return {
    rowError: {
      kind: "unexpected",
      message: readableText(format(Messages.unreadableRow, kind, which, `${field} = ${shown}`)),
    },
  };
}
