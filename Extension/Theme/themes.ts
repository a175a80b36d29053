import {
  AzureThemeDark,
  AzureThemeHighContrastDark,
  AzureThemeHighContrastLight,
  AzureThemeLight,
} from "@fluentui/azure-themes";
import type { Theme } from "@fluentui/react";
import type { PortalTheme } from "../PortalSdk/portalHost";

/** Fluent's Azure themes by the portal's names. */
export const themes: Readonly<Record<PortalTheme, Theme>> = {
  light: AzureThemeLight,
  dark: AzureThemeDark,
  highContrastLight: AzureThemeHighContrastLight,
  highContrastDark: AzureThemeHighContrastDark,
};

/** Where the build puts Fluent's icon fonts. */
export const iconFonts = "/assets/fonts/";
