import { hiddenContentStyle } from "@fluentui/react";
import { themeStyles, useStyles } from "../Controls/useStyles";

/** A view for the instant until its session is there. It looks empty, and has the landmark and the heading that the page will have. */
export function OpeningScreen({ heading }: { readonly heading: string }) {
  const classes = useStyles(openingStyles);
  return (
    <main aria-busy>
      <h1 className={classes.heading}>{heading}</h1>
    </main>
  );
}

const openingStyles = themeStyles(() => ({ heading: hiddenContentStyle }));
