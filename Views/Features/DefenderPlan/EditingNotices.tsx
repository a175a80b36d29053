import { Link, MessageBar, MessageBarType } from "@fluentui/react";
import { format } from "../../../Client/Core/format";
import type { Permit } from "../../../Client/DefenderPlan/planEditing";
import { Settings as Text } from "./Settings.resjson";

/** Why the settings can only be read, with the way to where they can be changed. */
export function EditingNotices(props: { readonly permit: Permit; readonly onSubscription: () => void }) {
  const { permit, onSubscription } = props;
  if (permit.isAllowed) {
    return null;
  }
  switch (permit.reason) {
    case "noRight":
      return (
        <MessageBar messageBarType={MessageBarType.blocked} isMultiline>
          {format(Text.noRight, permit.missingAction)}
        </MessageBar>
      );
    case "enforced":
    case "subscriptionOn":
      return (
        <MessageBar messageBarType={MessageBarType.info} isMultiline>
          {permit.reason === "enforced" ? Text.aboveEnforced : Text.aboveOn}{" "}
          <Link styles={{ root: { textDecoration: "underline" } }} onClick={onSubscription}>
            {Text.toSubscription}
          </Link>
        </MessageBar>
      );
    case "nothingOwn":
      return null;
  }
}
