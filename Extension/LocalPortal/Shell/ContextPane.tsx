import {
  DefaultButton,
  Dialog,
  DialogFooter,
  Panel,
  PanelType,
  PrimaryButton,
  useTheme,
} from "@fluentui/react";
import { useEffect, useState, type Dispatch } from "react";
import type { BladeReference, PortalTheme, ReturnedData } from "../../PortalSdk/portalHost";
import { isOwnView, type Pane, type ShellChange } from "./shellState";
import { ReferencePage } from "./ReferencePage";
import { Shell } from "./Shell.resjson";
import { ViewFrame } from "./ViewFrame";

/** A blade at the right, over the page. Fluent's panel takes the focus and gives it back. */
export function ContextPane(props: {
  readonly pane: Pane;
  readonly theme: PortalTheme;
  readonly dispatch: Dispatch<ShellChange>;
}) {
  const { pane, theme, dispatch } = props;
  const { reference, onClosed } = pane;
  const { isInverted } = useTheme();
  const [title, setTitle] = useState(reference.bladeName);
  const [question, setQuestion] = useState<string>();
  const [isAsking, setAsking] = useState(false);
  const close = () => dispatch({ type: "closeContextPane" });
  const closeItself = (data?: ReturnedData) => {
    onClosed({ reason: 2, data });
    close();
  };
  // However it goes away: by its own button or Escape, for another pane, or with the page.
  useEffect(() => () => onClosed({ reason: 1 }), [onClosed]);
  return (
    <Panel
      isOpen
      type={PanelType.custom}
      customWidth="640px"
      headerText={title}
      closeButtonAriaLabel={Shell.close}
      onDismiss={() => (question === undefined ? close() : setAsking(true))}
      onOuterClick={() => undefined}
      overlayProps={{ isDarkThemed: isInverted }}
      styles={paneStyles}
    >
      {isOwnView(reference.extensionName, reference.bladeName) ? (
        <ViewFrame
          place="pane"
          view={reference.bladeName}
          title={title}
          parameters={textParameters(reference)}
          theme={theme}
          dispatch={dispatch}
          onTitle={setTitle}
          onClose={closeItself}
          onGuard={setQuestion}
          // A pane is not in the address.
          onShowView={() => undefined}
        />
      ) : (
        <ReferencePage reference={reference} onClose={close} />
      )}
      {isAsking && (
        <Dialog
          hidden={false}
          onDismiss={() => setAsking(false)}
          dialogContentProps={{ title: Shell.leaveTitle, subText: question ?? "" }}
        >
          <DialogFooter>
            <PrimaryButton text={Shell.stay} onClick={() => setAsking(false)} />
            <DefaultButton text={Shell.leave} onClick={close} />
          </DialogFooter>
        </Dialog>
      )}
    </Panel>
  );
}

/** The view is as high as the pane, and scrolls by itself. */
const paneStyles = {
  scrollableContent: { flex: 1, minHeight: 0, display: "flex", flexDirection: "column" },
  content: { flex: 1, minHeight: 0, display: "flex", flexDirection: "column", padding: 0 },
} as const;

function textParameters({ parameters = {} }: BladeReference): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, String(value)]));
}
