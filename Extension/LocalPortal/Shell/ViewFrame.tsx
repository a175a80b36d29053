import { ProgressIndicator } from "@fluentui/react";
import { useEffect, useLayoutEffect, useRef, useState, type Dispatch } from "react";
import type { BladeNotice, PortalTheme, ReturnedData } from "../../PortalSdk/portalHost";
import { isFrameReady, pageSetting, type FrameStart } from "../Frame/handshake";
import { format } from "../../../Client/Core/format";
import { createViewHost, type ParametersListener } from "./createViewHost";
import { exposeHost } from "./exposeHost";
import { Notice } from "./Notice";
import { Shell } from "./Shell.resjson";
import { themeStyles, useStyles } from "../../../Views/Kit/Controls/useStyles";
import type { ShellChange } from "./shellState";

interface ViewFrameProps {
  readonly place: ViewPlace;
  readonly view: string;
  readonly title: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly theme: PortalTheme;
  readonly dispatch: Dispatch<ShellChange>;
  readonly onTitle: (title: string) => void;
  /** The view closes itself, and returns this. */
  readonly onClose: (data?: ReturnedData) => void;
  /** Called with the question to ask before the view is closed; `undefined`: none. Absent: the view never asks. */
  readonly onGuard?: (question: string | undefined) => void;
  /** The view is looked at in another way, which goes into the address. */
  readonly onShowView: (view: string, how: "push" | "replace") => void;
}

/** Where a view is shown. Views in different places have different origins, as the portal's frames do (facts: portal-sdk.md §10.7). */
type ViewPlace = "page" | "pane";

const originOf = (place: ViewPlace) => pageSetting(place === "pane" ? "pane-origin" : "frame-origin");

const secondsToGetReady = 20;

/** A view in its sandboxed frame: it reaches the portal through a MessagePort and no other way, and other views not at all. */
export function ViewFrame(props: ViewFrameProps) {
  const { place, title } = props;
  const classes = useStyles(frameStyles);
  const frame = useRef<HTMLIFrameElement>(null);
  const [isReady, setReady] = useState(false);
  const [notice, setNotice] = useState<BladeNotice>();
  const becomeReady = () => {
    setReady(true);
    if (place === "page" && isFocusFree()) {
      frame.current?.focus();
    }
  };
  useConnection(frame, props, { onReady: becomeReady, onNotice: setNotice });

  useEffect(() => {
    if (isReady || notice) {
      return undefined;
    }
    const message = format(Shell.timedOut, secondsToGetReady);
    const timer = setTimeout(() => setNotice({ kind: "failed", message }), secondsToGetReady * 1000);
    return () => clearTimeout(timer);
  }, [isReady, notice]);

  return (
    <div className={classes.place}>
      {!isReady && !notice && (
        <ProgressIndicator
          ariaLabel={format(Shell.loading, title)}
          className={classes.progress}
          barHeight={2}
        />
      )}
      {notice ? (
        <Notice notice={notice} />
      ) : (
        <iframe
          ref={frame}
          className={classes.frame}
          title={title}
          src={`${originOf(place)}/`}
          allow="clipboard-write"
          sandbox="allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-downloads allow-forms"
        />
      )}
    </div>
  );
}

/** Whether the focus is on nothing, or on the link that led here. It moves into the page then. */
function isFocusFree(): boolean {
  const { activeElement, body } = document;
  return activeElement === null || activeElement === body || activeElement.matches("a[aria-current]");
}

/** Meets the frame when it announces itself, hands it a port, and keeps it told of the theme and of its parameters. */
function useConnection(
  frame: React.RefObject<HTMLIFrameElement>,
  { place, view, parameters, theme, dispatch, onTitle, onClose, onGuard, onShowView }: ViewFrameProps,
  { onReady, onNotice }: { readonly onReady: () => void; readonly onNotice: (notice: BladeNotice) => void },
): void {
  const latest = useRef({
    parameters,
    theme,
    dispatch,
    onTitle,
    onClose,
    onGuard,
    onShowView,
    onReady,
    onNotice,
  });
  latest.current = { parameters, theme, dispatch, onTitle, onClose, onGuard, onShowView, onReady, onNotice };
  const themeListener = useRef<(theme: PortalTheme) => void>();
  const parametersListener = useRef<ParametersListener>();
  /** What the frame itself has shown last: it need not be told. */
  const shown = useRef<string>();

  useEffect(() => {
    const frameOrigin = originOf(place);
    const gone = new AbortController();
    const meet = ({ data, origin, source }: MessageEvent<unknown>) => {
      const target = frame.current?.contentWindow;
      if (origin !== frameOrigin || !target || source !== target || !isFrameReady(data)) {
        return;
      }
      const { port1, port2 } = new MessageChannel();
      exposeHost(
        createViewHost({
          signal: gone.signal,
          dispatch: (change) => latest.current.dispatch(change),
          theme: () => latest.current.theme,
          onThemeListener: (listener) => {
            themeListener.current = listener;
          },
          onParametersListener: (listener) => {
            parametersListener.current = listener;
          },
          events: {
            onReady: () => latest.current.onReady(),
            onTitle: (title) => latest.current.onTitle(title),
            onNotice: (notice) => latest.current.onNotice(notice),
            onClose: (data) => latest.current.onClose(data),
            onGuard: (question) => latest.current.onGuard?.(question),
            onShowView(text, how) {
              shown.current = text;
              latest.current.onShowView(text, how);
            },
          },
        }),
        port1,
      );
      const { parameters: current, theme: now } = latest.current;
      const start: FrameStart = { type: "frameStart", view, parameters: current, theme: now };
      target.postMessage(start, frameOrigin, [port2]);
    };
    window.addEventListener("message", meet);
    return () => {
      gone.abort();
      window.removeEventListener("message", meet);
    };
  }, [frame, place, view]);

  useEffect(() => themeListener.current?.(theme), [theme]);

  const { view: text = "" } = parameters;
  useLayoutEffect(() => {
    if (text !== shown.current) {
      shown.current = text;
      parametersListener.current?.(latest.current.parameters);
    }
  }, [text]);
}

const frameStyles = themeStyles(() => ({
  place: { position: "relative", flex: 1, minHeight: 0, display: "flex" },
  progress: { position: "absolute", top: 0, left: 0, right: 0, zIndex: 1 },
  frame: { flex: 1, width: "100%", border: "none", colorScheme: "auto" },
}));
