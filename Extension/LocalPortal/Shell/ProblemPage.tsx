import { PrimaryButton } from "@fluentui/react";
import { Blade } from "./Blade";
import { Trouble } from "./Notice";
import { Shell } from "./Shell.resjson";
import { themeStyles, useStyles } from "../../../Views/Kit/Controls/useStyles";

/** Stands for everything while the dev server has no way to Azure. Loading the page makes it try again. */
export function ProblemPage({ text }: { readonly text: string }) {
  const classes = useStyles(pageStyles);
  return (
    <Blade title={Shell.product} subtitle={Shell.problemSubtitle} onClose={undefined}>
      <Trouble title={Shell.problemTitle} text={text} />
      <PrimaryButton
        className={classes.reload}
        text={Shell.reload}
        onClick={() => window.location.reload()}
      />
    </Blade>
  );
}

const pageStyles = themeStyles(() => ({ reload: { alignSelf: "center" } }));
