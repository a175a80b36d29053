import { ActionButton, Pivot, PivotItem } from "@fluentui/react";
import { format } from "../../../Client/Core/format";
import {
  hasPlaceholder,
  type CodeSnippet,
  type RemediationCode,
} from "../../../Client/RemediationCode/codeSnippet";
import { CodeBlock } from "../../Kit/Controls/CodeBlock";
import { useDashboard } from "../../Kit/Session/dashboardContext";
import { Code } from "./RemediationCode.resjson";

/** Code in the languages that there are, one at a time, to be copied or saved. Nothing here runs it. */
export function CodeSnippets({ code }: { readonly code: RemediationCode }) {
  const { snippets, facts } = code;
  return (
    <>
      {facts.map((fact) => (
        <p key={fact}>{Code[`${fact}Fact`]}</p>
      ))}
      {snippets.length === 0 && facts.length === 0 && <p>{Code.none}</p>}
      {snippets.length > 0 && (
        <Pivot aria-label={Code.languages} overflowBehavior="menu" overflowAriaLabel={Code.more}>
          {snippets.map((snippet) => (
            <PivotItem key={snippet.key} itemKey={snippet.key} headerText={Code[`${snippet.key}Label`]}>
              <Snippet snippet={snippet} />
            </PivotItem>
          ))}
        </Pivot>
      )}
    </>
  );
}

function Snippet({ snippet }: { readonly snippet: CodeSnippet }) {
  const { key, fileName, mediaType, text } = snippet;
  const { host } = useDashboard();
  return (
    <>
      <p>{Code[`${key}Text`]}</p>
      {hasPlaceholder(snippet) && <p>{Code.choose}</p>}
      <CodeBlock code={text} copyLabel={format(Code.copy, fileName)} />
      <ActionButton
        text={Code.download}
        ariaLabel={format(Code.downloadLabel, fileName)}
        iconProps={{ iconName: "Download" }}
        styles={{ root: { height: 28 } }}
        onClick={() => host.saveFile({ name: fileName, mediaType, parts: [text] })}
      />
    </>
  );
}
