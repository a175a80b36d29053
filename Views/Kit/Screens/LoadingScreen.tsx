import { Shimmer, ShimmerElementType } from "@fluentui/react";
import { format } from "../../../Client/Core/format";
import { Findings } from "./Findings.resjson";
import { themeStyles, useStyles } from "../Controls/useStyles";

const rows = 12;

/** Placeholders in the places and sizes of what is coming: summary, filter row, header and rows. */
export function LoadingScreen({ noun, columns }: { readonly noun: string; readonly columns: number }) {
  const classes = useStyles(loadingStyles);
  const label = format(Findings.loading, noun);
  const cells = Array.from({ length: columns }, () => [
    { type: ShimmerElementType.line, height: 12 },
    { type: ShimmerElementType.gap, width: 24, height: 12 },
  ]).flat();
  return (
    <div role="status" aria-label={label} aria-busy className={classes.screen}>
      <div className={classes.summary}>
        <Shimmer width={320} shimmerElements={[{ type: ShimmerElementType.line, height: 20 }]} />
      </div>
      <div className={classes.filters}>
        <Shimmer width={480} shimmerElements={[{ type: ShimmerElementType.line, height: 24 }]} />
      </div>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className={classes.row}>
          <Shimmer shimmerElements={cells} />
        </div>
      ))}
    </div>
  );
}

const loadingStyles = themeStyles(() => ({
  screen: { overflow: "hidden" },
  summary: { height: 28, paddingTop: 4 },
  filters: { height: 40, paddingTop: 8 },
  row: { height: 32 },
}));
