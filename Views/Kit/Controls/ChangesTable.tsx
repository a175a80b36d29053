import type { JsonChange } from "../../../Client/Core/jsonChanges";
import { readableLine, readableText } from "../../../Client/Core/visibleText";
import { Controls } from "./Controls.resjson";
import { SimpleTable } from "./SimpleTable";

/** Properties with what they were and what they are. */
export function ChangesTable(props: { readonly caption: string; readonly changes: readonly JsonChange[] }) {
  const { caption, changes } = props;
  return (
    <SimpleTable
      caption={caption}
      headers={[Controls.property, Controls.before, Controls.after]}
      rows={changes.map(({ path, before, after }) => [
        <span key="path" style={{ overflowWrap: "anywhere" }}>
          {readableLine(path)}
        </span>,
        <span key="before">{readableText(valueText(before))}</span>,
        <span key="after" style={{ overflowWrap: "anywhere" }}>
          {readableText(valueText(after))}
        </span>,
      ])}
    />
  );
}

function valueText(value: unknown): string {
  if (value === undefined) {
    return Controls.notSet;
  }
  if (typeof value === "string") {
    return value;
  }
  const isTexts = Array.isArray(value) && value.every((element) => typeof element === "string");
  return isTexts ? value.join(", ") : JSON.stringify(value, undefined, 1);
}
