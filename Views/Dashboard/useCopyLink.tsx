import {
  hiddenContentStyle,
  MessageBar,
  MessageBarType,
  TextField,
  type ICommandBarItemProps,
} from "@fluentui/react";
import { useState, type ReactNode } from "react";
import { useDashboard } from "../Kit/Session/dashboardContext";
import { disabledProps } from "../Kit/Controls/disabledProps";
import { themeStyles, useStyles } from "../Kit/Controls/useStyles";
import { ViewLink } from "./ViewLink.resjson";

/** "Copy link to this view" for the command bar, and what came of it. `text` of the view; `undefined`: too long for a link. */
export function useCopyLink(text: string | undefined): {
  readonly item: ICommandBarItemProps;
  readonly report: ReactNode;
} {
  const { cluster, host } = useDashboard();
  const [last, setLast] = useState<{ readonly text: string; readonly isCopied: boolean }>();
  const copy = async (shown: string) => {
    const isCopied = await host.copyText(host.viewLink(cluster.id, shown));
    setLast({ text: shown, isCopied });
  };
  // As soon as something else is seen, the link that was copied is not the link to it.
  const result = last?.text === text ? last : undefined;
  const isCopied = result?.isCopied === true;
  return {
    item: {
      key: "copyLink",
      text: isCopied ? ViewLink.copied : ViewLink.copy,
      iconProps: { iconName: isCopied ? "CheckMark" : "Link" },
      allowDisabledFocus: true,
      ...disabledProps(text === undefined ? ViewLink.tooLong : undefined),
      onClick: () => void (text !== undefined && copy(text)),
    },
    report: (
      <CopyReport
        isCopied={isCopied}
        refused={result && !isCopied ? host.viewLink(cluster.id, result.text) : undefined}
        onDismiss={() => setLast(undefined)}
      />
    ),
  };
}

function CopyReport(props: {
  readonly isCopied: boolean;
  /** The link that could not be copied, to be copied by hand. */
  readonly refused: string | undefined;
  readonly onDismiss: () => void;
}) {
  const { isCopied, refused, onDismiss } = props;
  const classes = useStyles(reportStyles);
  return (
    <>
      <span role="status" className={classes.hidden}>
        {isCopied ? ViewLink.copiedStatus : ""}
      </span>
      {refused !== undefined && (
        <MessageBar
          messageBarType={MessageBarType.warning}
          isMultiline
          onDismiss={onDismiss}
          dismissButtonAriaLabel={ViewLink.dismiss}
        >
          {ViewLink.refused}
          <TextField
            readOnly
            value={refused}
            ariaLabel={ViewLink.linkField}
            onFocus={(event) => event.currentTarget.select()}
          />
        </MessageBar>
      )}
    </>
  );
}

const reportStyles = themeStyles(() => ({ hidden: hiddenContentStyle }));
