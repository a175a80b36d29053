import { DefaultButton, Icon } from "@fluentui/react";
import type { PortalTheme } from "../../PortalSdk/portalHost";
import { optionalSetting, pageSetting } from "../Frame/handshake";
import { signedInUser } from "./createViewHost";
import { sendFaults } from "./faults";
import { FaultsMenu } from "./FaultsMenu";
import { format } from "../../../Client/Core/format";
import { Shell } from "./Shell.resjson";
import { themeStyles, useStyles } from "../../../Views/Kit/Controls/useStyles";

const themeLabels: Readonly<Record<PortalTheme, string>> = {
  light: Shell.themeLight,
  dark: Shell.themeDark,
  highContrastLight: Shell.themeHighContrastLight,
  highContrastDark: Shell.themeHighContrastDark,
};

/** The bar on top: what this is, which world it shows, who is signed in, and the choice of theme. */
export function Header(props: {
  readonly theme: PortalTheme;
  readonly onTheme: (theme: PortalTheme) => void;
}) {
  const { theme, onTheme } = props;
  const classes = useStyles(headerStyles);
  const { email, givenName } = signedInUser();
  const choices = (Object.keys(themeLabels) as PortalTheme[]).map((name) => ({
    key: name,
    text: themeLabels[name],
    canCheck: true,
    checked: name === theme,
    onClick: () => onTheme(name),
  }));
  return (
    <header className={classes.header}>
      <span className={classes.product}>
        <Icon iconName="AzureLogo" aria-hidden /> {Shell.product}
      </span>
      {optionalSetting("has-faults") === undefined ? (
        <span>{pageSetting("subject")}</span>
      ) : (
        <FaultsMenu className={classes.button} subject={pageSetting("subject")} send={sendFaults} />
      )}
      <span className={classes.space} />
      <DefaultButton
        className={classes.button}
        ariaLabel={`${Shell.themeLabel}: ${themeLabels[theme]}`}
        text={themeLabels[theme]}
        iconProps={{ iconName: "Color" }}
        menuProps={{ items: choices, ariaLabel: Shell.themeLabel }}
      />
      <span className={classes.account} title={format(Shell.account, email)}>
        {givenName}
      </span>
    </header>
  );
}

const headerStyles = themeStyles((theme) => {
  const background = theme.isInverted ? "#000000" : theme.palette.themePrimary;
  const text = "#ffffff";
  return {
    header: {
      display: "flex",
      flexWrap: "wrap",
      alignItems: "center",
      gap: "0 16px",
      minHeight: 40,
      padding: "0 16px",
      color: text,
      backgroundColor: background,
      borderBottom: `1px solid ${theme.isInverted ? theme.semanticColors.bodySubtext : background}`,
    },
    product: {
      fontWeight: 600,
      fontSize: 15,
      display: "flex",
      gap: 8,
      alignItems: "center",
      padding: "8px 0",
    },
    space: { flex: 1 },
    button: {
      border: "none",
      background: "transparent",
      color: text,
      selectors: {
        ":hover, &.is-expanded": { background: "rgba(255, 255, 255, 0.15)", color: text },
        ".ms-Button-icon, .ms-Button-menuIcon": { color: `${text} !important` },
        ":focus-visible": { outline: `2px solid ${text}`, outlineOffset: "-2px" },
      },
    },
    account: { whiteSpace: "nowrap" },
  };
});
