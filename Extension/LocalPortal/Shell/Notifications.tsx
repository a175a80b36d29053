import { IconButton, MessageBar, MessageBarType } from "@fluentui/react";
import { useEffect, useRef, type Dispatch } from "react";
import { Shell } from "./Shell.resjson";
import { themeStyles, useStyles } from "../../../Views/Kit/Controls/useStyles";
import type { Notification, ShellChange } from "./shellState";

const types: Readonly<Record<Notification["status"], MessageBarType>> = {
  error: MessageBarType.error,
  information: MessageBarType.info,
  success: MessageBarType.success,
  warning: MessageBarType.warning,
};

/** How long a success is shown, in milliseconds. Failures, warnings and what is in progress stay. */
const successTime = 5000;

/** Calls back once after that many milliseconds, unless what it returns is called before. */
type Wait = (milliseconds: number, then: () => void) => () => void;

const waitInBrowser: Wait = (milliseconds, then) => {
  const timer = setTimeout(then, milliseconds);
  return () => clearTimeout(timer);
};

interface NotificationsProps {
  readonly notifications: readonly Notification[];
  readonly dispatch: Dispatch<ShellChange>;
  /** The clock; absent: that of the browser. */
  readonly wait?: Wait;
}

/**
 * Notifications, newest first, announced as they come and change. They have a place of their own under the page, so that they cover
 * none of its commands; a line each, so that little of the page moves as they come and go.
 */
export function Notifications({ notifications, dispatch, wait = waitInBrowser }: NotificationsProps) {
  const classes = useStyles(notificationStyles);
  return (
    <div
      className={notifications.length === 0 ? undefined : classes.stack}
      role="region"
      aria-label={Shell.notifications}
      aria-live="polite"
    >
      {notifications.map((notification) => (
        <Toast key={notification.id} notification={notification} dispatch={dispatch} wait={wait} />
      ))}
    </div>
  );
}

/** One notification. A success goes away by itself, but not from under the pointer or the focus. */
function Toast(props: {
  readonly notification: Notification;
  readonly dispatch: Dispatch<ShellChange>;
  readonly wait: Wait;
}) {
  const { notification, dispatch, wait } = props;
  const { id, title, description, status } = notification;
  const classes = useStyles(notificationStyles);
  const item = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let stop = () => {};
    const leave = () => {
      if (item.current && isHeld(item.current)) {
        stop = wait(successTime, leave);
      } else {
        dispatch({ type: "dismiss", id });
      }
    };
    if (status === "success") {
      stop = wait(successTime, leave);
    }
    return () => stop();
  }, [id, status, dispatch, wait]);
  return (
    // MessageBar's own dismiss button makes it a landmark without a name.
    <div ref={item} className={classes.item}>
      <MessageBar messageBarType={types[status]} isMultiline>
        <strong>{title}</strong> {description}
      </MessageBar>
      <IconButton
        iconProps={{ iconName: "Cancel" }}
        ariaLabel={Shell.dismiss}
        onClick={() => dispatch({ type: "dismiss", id })}
      />
    </div>
  );
}

/** Whether it is being read or used. */
function isHeld(item: HTMLElement): boolean {
  return item.contains(document.activeElement) || item.matches(":hover");
}

const notificationStyles = themeStyles((theme) => ({
  stack: {
    flexShrink: 0,
    display: "flex",
    flexFlow: "row wrap",
    justifyContent: "flex-end",
    gap: 8,
    maxHeight: "40%",
    overflowY: "auto",
    padding: "2px 16px",
    borderTop: `1px solid ${theme.semanticColors.bodyDivider}`,
  },
  item: {
    display: "flex",
    alignItems: "flex-start",
    flex: "0 1 auto",
    minWidth: 0,
    color: theme.semanticColors.bodyText,
    backgroundColor: theme.semanticColors.bodyBackground,
    boxShadow: theme.effects.elevation8,
  },
}));
