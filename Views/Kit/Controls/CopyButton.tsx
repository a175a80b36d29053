import { ActionButton } from "@fluentui/react";
import { useState } from "react";
import { usePage } from "../Session/dashboardContext";
import { Controls } from "./Controls.resjson";

/** Puts a text on the clipboard and says whether that worked. */
export function CopyButton(props: {
  /** A long one is made when it's wanted. */
  readonly text: string | (() => string);
  /** What screen readers call it. */
  readonly label: string;
  /** What is on it; absent: "Copy". */
  readonly caption?: string;
}) {
  const { text, label, caption = Controls.copy } = props;
  const { host } = usePage();
  const [result, setResult] = useState<"copied" | "refused">();
  const copy = async () =>
    setResult((await host.copyText(typeof text === "string" ? text : text())) ? "copied" : "refused");
  return (
    <>
      <ActionButton
        text={caption}
        ariaLabel={label}
        iconProps={{ iconName: "Copy" }}
        styles={{ root: { height: 28 } }}
        onClick={() => void copy()}
      />
      <span role="status">{result && (result === "copied" ? Controls.copied : Controls.copyRefused)}</span>
    </>
  );
}
