import { Icon } from "@fluentui/react";
import type { BladeNotice } from "../../PortalSdk/portalHost";
import { Shell } from "./Shell.resjson";
import { themeStyles, useStyles } from "../../../Views/Kit/Controls/useStyles";

const titles: Readonly<Record<BladeNotice["kind"], string>> = {
  failed: Shell.failed,
  noData: Shell.noData,
  notFound: Shell.notFound,
  unauthorized: Shell.unauthorized,
};

/** What stands in place of a view that cannot be shown. */
export function Notice({ notice }: { readonly notice: BladeNotice }) {
  return <Trouble title={titles[notice.kind]} text={notice.message} />;
}

/** Something that cannot be shown, and why. */
export function Trouble({ title, text }: { readonly title: string; readonly text: string }) {
  const classes = useStyles(noticeStyles);
  return (
    <div role="alert" className={classes.notice}>
      <Icon iconName="Error" className={classes.icon} aria-hidden />
      <h2 className={classes.title}>{title}</h2>
      <p>{text}</p>
    </div>
  );
}

const noticeStyles = themeStyles((theme) => ({
  notice: { margin: "64px auto", maxWidth: 560, padding: 16, textAlign: "center", overflowWrap: "anywhere" },
  icon: { fontSize: 40, color: theme.semanticColors.errorIcon },
  title: { ...theme.fonts.xLarge, margin: "8px 0" },
}));
