import { MessageBar, MessageBarType } from "@fluentui/react";
import { format } from "../../../Client/Core/format";
import { deprecatedOn, lifecycleOf, type Named } from "../../../Client/Core/recommendationLifecycle";
import { Recommendations } from "./Recommendations.resjson";

/** What it means that a recommendation is deprecated, or that it replaces one that is; nothing for all others. */
export function LifecycleNote({ recommendation }: { readonly recommendation: Named }) {
  const lifecycle = lifecycleOf(recommendation);
  if (lifecycle === "current") {
    return null;
  }
  const text = lifecycle === "deprecated" ? Recommendations.noteDeprecated : Recommendations.noteSuccessor;
  return (
    <MessageBar messageBarType={MessageBarType.info} isMultiline>
      {format(text, deprecatedOn)}
    </MessageBar>
  );
}
