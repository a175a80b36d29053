import { DefaultButton, PrimaryButton } from "@fluentui/react";
import { format } from "../../../Client/Core/format";
import { themeStyles, useStyles } from "../../../Views/Kit/Controls/useStyles";
import { Blade } from "./Blade";
import { Shell } from "./Shell.resjson";

/** Asks before it leads to a site that the portal doesn't know. The whole address is shown, since its text in the view may be anything. */
export function VerifyLinkPage({ href, onStay }: { readonly href: string; readonly onStay: () => void }) {
  const classes = useStyles(pageStyles);
  const { host } = new URL(href);
  return (
    <Blade title={Shell.verifyTitle} subtitle={Shell.product} onClose={undefined}>
      <div className={classes.page}>
        <p>{format(Shell.verifyText, host)}</p>
        <p className={classes.link}>{href}</p>
        <PrimaryButton
          className={classes.go}
          text={format(Shell.verifyGo, host)}
          href={href}
          rel="noopener noreferrer"
        />
        <DefaultButton text={Shell.stay} onClick={onStay} />
      </div>
    </Blade>
  );
}

const pageStyles = themeStyles(() => ({
  page: { maxWidth: 640, padding: "8px 20px", lineHeight: 20 },
  link: { fontFamily: "Consolas, monospace", overflowWrap: "anywhere" },
  go: { marginRight: 8 },
}));
