import { initializeIcons } from "@fluentui/react";
import { render } from "react-dom";
import { iconFonts } from "../../Theme/themes";
import { Portal } from "./Portal";

export function renderPortal(): void {
  initializeIcons(iconFonts);
  render(<Portal />, document.getElementById("root"));
}
