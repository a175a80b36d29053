import { useState, type Dispatch } from "react";
import type { PortalTheme } from "../../PortalSdk/portalHost";
import { Blade } from "./Blade";
import { isOwnView, type ShellChange } from "./shellState";
import { ReferencePage } from "./ReferencePage";
import { viewHash, type Route } from "./route";
import type { ChangeAddress } from "./usePlace";
import { ViewFrame } from "./ViewFrame";

/** A view by its deep link, without a menu around it. */
export function ViewPage(props: {
  readonly route: Extract<Route, { readonly kind: "view" }>;
  readonly visit: string;
  readonly changeAddress: ChangeAddress;
  readonly theme: PortalTheme;
  readonly dispatch: Dispatch<ShellChange>;
  readonly onClose: () => void;
}) {
  const { route, visit, changeAddress, theme, dispatch, onClose } = props;
  const [title, setTitle] = useState(route.view);
  const { extension, view, parameters } = route;
  return (
    <Blade title={title} subtitle={extension} onClose={onClose}>
      {isOwnView(extension, view) ? (
        <ViewFrame
          place="page"
          key={visit}
          view={view}
          title={view}
          parameters={parameters}
          theme={theme}
          dispatch={dispatch}
          onTitle={setTitle}
          onClose={onClose}
          onShowView={(text, how) => changeAddress(viewHash(withView(route, text)), how)}
        />
      ) : (
        <ReferencePage
          reference={{ extensionName: extension, bladeName: view, parameters }}
          onClose={onClose}
        />
      )}
    </Blade>
  );
}

type ViewRoute = Extract<Route, { readonly kind: "view" }>;

function withView(route: ViewRoute, text: string): ViewRoute {
  const { view: _, ...others } = route.parameters;
  return { ...route, parameters: text === "" ? others : { ...others, view: text } };
}
