import { readableLine } from "../../../Client/Core/visibleText";
import { BreakableText } from "../../Kit/Controls/BreakableText";
import { themeStyles, useStyles } from "../../Kit/Controls/useStyles";

/** Repository and tag of an image, then the registry, which is mostly the same for all. The tooltip has the reference as it is pulled. */
export function ImageName({ name }: { readonly name: string }) {
  const classes = useStyles(imageStyles);
  const { registry, repository } = imageParts(readableLine(name));
  return (
    <span className={classes.name} title={readableLine(name)}>
      <BreakableText text={repository} />
      {registry !== "" && " "}
      {registry !== "" && <span className={classes.registry}>{registry}</span>}
    </span>
  );
}

/**
 * A reference in two: as in Docker, what stands before the first slash is a registry if it has a dot or a port or is localhost.
 * `registry` is empty where none is named.
 */
function imageParts(reference: string): { readonly registry: string; readonly repository: string } {
  const slash = reference.indexOf("/");
  const first = reference.slice(0, Math.max(0, slash));
  return /[.:]|^localhost$/.test(first)
    ? { registry: first, repository: reference.slice(slash + 1) }
    : { registry: "", repository: reference };
}

const imageStyles = themeStyles((theme) => ({
  // A registry that has no room on two lines is in the tooltip alone: "1.18.0…" would look like a part of a tag.
  name: { display: "block", maxHeight: 28, overflow: "hidden", textOverflow: "ellipsis" },
  registry: {
    display: "inline-block",
    verticalAlign: "top",
    maxWidth: "100%",
    overflow: "hidden",
    textOverflow: "ellipsis",
    color: theme.semanticColors.bodySubtext,
  },
}));
