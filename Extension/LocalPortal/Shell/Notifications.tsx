import { IconButton, MessageBar, MessageBarType } from "@fluentui/react";
import type { Dispatch } from "react";
import { Shell } from "./Shell.resjson";
import { themeStyles, useStyles } from "../../../Views/Kit/Controls/useStyles";
import type { Notification, ShellChange } from "./shellState";

const types: Readonly<Record<Notification["status"], MessageBarType>> = {
  error: MessageBarType.error,
  information: MessageBarType.info,
  success: MessageBarType.success,
  warning: MessageBarType.warning,
};

/** Notifications at the upper right, newest first, announced as they come and change. */
export function Notifications(props: {
  readonly notifications: readonly Notification[];
  readonly dispatch: Dispatch<ShellChange>;
}) {
  const { notifications, dispatch } = props;
  const classes = useStyles(notificationStyles);
  return (
    <div className={classes.stack} aria-live="polite">
      {notifications.map(({ id, title, description, status }) => (
        // MessageBar's own dismiss button makes it a landmark without a name.
        <div key={id} className={classes.item}>
          <MessageBar messageBarType={types[status]} isMultiline>
            <strong>{title}</strong>
            <br />
            {description}
          </MessageBar>
          <IconButton
            iconProps={{ iconName: "Cancel" }}
            ariaLabel={Shell.dismiss}
            onClick={() => dispatch({ type: "dismiss", id })}
          />
        </div>
      ))}
    </div>
  );
}

const notificationStyles = themeStyles((theme) => ({
  stack: {
    position: "fixed",
    zIndex: 10,
    top: 48,
    right: 16,
    width: 340,
    maxWidth: "calc(100% - 32px)",
    display: "flex",
    flexDirection: "column",
    gap: 8,
  },
  item: {
    display: "flex",
    alignItems: "flex-start",
    color: theme.semanticColors.bodyText,
    backgroundColor: theme.semanticColors.bodyBackground,
    boxShadow: theme.effects.elevation16,
  },
}));
