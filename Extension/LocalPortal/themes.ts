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
  light: AzureThemeLight as Theme,
  dark: AzureThemeDark as Theme,
  highContrastLight: AzureThemeHighContrastLight as Theme,
  highContrastDark: AzureThemeHighContrastDark as Theme,
};

/** Where the build puts Fluent's icon fonts. */
export const iconFonts = "/assets/fonts/";
