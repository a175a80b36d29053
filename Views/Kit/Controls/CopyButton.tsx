import { ActionButton } from "@fluentui/react";
import { useState } from "react";
import { usePage } from "../Session/dashboardContext";
import { Controls } from "./Controls.resjson";

/** Puts a text on the clipboard and says whether that worked. */
export function CopyButton({ text, label }: { readonly text: string; readonly label: string }) {
  const { host } = usePage();
  const [result, setResult] = useState<"copied" | "refused">();
  const copy = async () => setResult((await host.copyText(text)) ? "copied" : "refused");
  return (
    <>
      <ActionButton
        text={Controls.copy}
        ariaLabel={label}
        iconProps={{ iconName: "Copy" }}
        styles={{ root: { height: 28 } }}
        onClick={() => void copy()}
      />
      <span role="status">{result && (result === "copied" ? Controls.copied : Controls.copyRefused)}</span>
    </>
  );
}
