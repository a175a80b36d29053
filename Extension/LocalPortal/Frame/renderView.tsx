import { initializeIcons, ThemeProvider } from "@fluentui/react";
import { useEffect, useState, type ComponentType } from "react";
import { render } from "react-dom";
import { closeCurrentBlade } from "../../PortalSdk/Az";
import { portalHost } from "../../PortalSdk/portalConnection";
import type { PortalTheme } from "../../PortalSdk/portalHost";
import { proxy } from "comlink";
import { iconFonts, themes } from "../../Theme/themes";
import { viewShownEvent, type ViewShown } from "../../Portal/viewAddress";
import { ViewErrorBoundary } from "./ViewErrorBoundary";
import type { ViewParameters, ViewProps } from "./viewRegistry";

/** Renders the view as the portal does: with `parameters` and `closeView`, in the portal's theme. */
export function renderView(
  View: ComponentType<ViewProps>,
  parameters: ViewParameters,
  theme: PortalTheme,
): void {
  initializeIcons(iconFonts);
  render(
    <ThemedView View={View} firstParameters={parameters} firstTheme={theme} />,
    document.getElementById("root"),
  );
}

function ThemedView(props: {
  readonly View: ComponentType<ViewProps>;
  readonly firstParameters: ViewParameters;
  readonly firstTheme: PortalTheme;
}) {
  const { View, firstParameters, firstTheme } = props;
  const [theme, setTheme] = useState(firstTheme);
  const [parameters, setParameters] = useState(firstParameters);
  useEffect(() => {
    void portalHost().then((host) =>
      Promise.all([host.onThemeChange(proxy(setTheme)), host.onParametersChange(proxy(setParameters))]),
    );
    // What the view shows is its parameter from then on; the shell tells only of what it does not know.
    const follow = (event: Event) => {
      const { text } = (event as CustomEvent<ViewShown>).detail; // Only Extension/Portal sends it.
      setParameters((known) => ({ ...known, view: text }));
    };
    window.addEventListener(viewShownEvent, follow);
    return () => window.removeEventListener(viewShownEvent, follow);
  }, []);
  return (
    <ThemeProvider theme={themes[theme]} applyTo="body">
      <ViewErrorBoundary>
        <View parameters={parameters} closeView={(data) => void closeCurrentBlade(data)} />
      </ViewErrorBoundary>
    </ThemeProvider>
  );
}
