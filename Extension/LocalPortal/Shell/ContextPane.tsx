import { Panel, PanelType } from "@fluentui/react";
import type { Dispatch } from "react";
import manifest from "../../../ExtensionManifest.json";
import type { BladeReference, PortalTheme } from "../../PortalSdk/portalHost";
import { ReferencePage } from "./ReferencePage";
import { Shell } from "./Shell.resjson";
import type { ShellChange } from "./shellState";
import { ViewFrame } from "./ViewFrame";

/** A blade at the right, over the page. Fluent's panel takes the focus and gives it back. */
export function ContextPane(props: {
  readonly reference: BladeReference;
  readonly theme: PortalTheme;
  readonly dispatch: Dispatch<ShellChange>;
}) {
  const { reference, theme, dispatch } = props;
  const close = () => dispatch({ type: "closeContextPane" });
  const isOurs =
    reference.extensionName === manifest.name &&
    manifest.views.some(({ name }) => name === reference.bladeName);
  return (
    <Panel
      isOpen
      type={PanelType.medium}
      headerText={reference.bladeName}
      closeButtonAriaLabel={Shell.close}
      onDismiss={close}
    >
      {isOurs ? (
        <ViewFrame
          view={reference.bladeName}
          title={reference.bladeName}
          parameters={textParameters(reference)}
          theme={theme}
          dispatch={dispatch}
          onTitle={() => undefined}
          onClose={close}
          // A pane is not in the address.
          onShowView={() => undefined}
        />
      ) : (
        <ReferencePage reference={reference} onClose={close} />
      )}
    </Panel>
  );
}

function textParameters({ parameters = {} }: BladeReference): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, String(value)]));
}
