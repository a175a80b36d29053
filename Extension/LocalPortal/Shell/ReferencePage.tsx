import { DefaultButton } from "@fluentui/react";
import type { BladeReference } from "../../PortalSdk/portalHost";
import { Shell } from "./Shell.resjson";
import { themeStyles, useStyles } from "../../../Views/Kit/Controls/useStyles";

/** Stands for a blade that is not here: says which one the portal would have opened. */
export function ReferencePage(props: { readonly reference: BladeReference; readonly onClose: () => void }) {
  const { reference, onClose } = props;
  const classes = useStyles(referenceStyles);
  return (
    <div className={classes.page}>
      <h2 className={classes.title}>{Shell.referenceTitle}</h2>
      <p>{Shell.referenceText}</p>
      <pre className={classes.code}>{JSON.stringify(reference, null, 2)}</pre>
      <DefaultButton text={Shell.back} onClick={onClose} />
    </div>
  );
}

const referenceStyles = themeStyles((theme) => ({
  page: { padding: "8px 20px" },
  title: { ...theme.fonts.large, margin: "8px 0" },
  code: { fontFamily: "Consolas, monospace", whiteSpace: "pre-wrap", overflowWrap: "anywhere" },
}));
