import { Shell } from "./Shell.resjson";
import { themeStyles, useStyles } from "../../../Views/Kit/Controls/useStyles";

/** The page of a menu item that belongs to another extension. */
export function NeighborPage() {
  const classes = useStyles(pageStyles);
  return <p className={classes.text}>{Shell.neighborText}</p>;
}

const pageStyles = themeStyles(() => ({ text: { maxWidth: 640, padding: "8px 20px", lineHeight: 20 } }));
