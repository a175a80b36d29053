import { MessageBar, MessageBarType, Shimmer } from "@fluentui/react";
import type { ReactNode } from "react";
import { FailureReport } from "../Screens/FailureReport";
import { OutdatedNote } from "../Screens/FailureBanner";
import { unreachable, type Loadable } from "../Model/loadable";
import { PanelBody } from "./PanelBody";
import { themeStyles, useStyles } from "../Controls/useStyles";

/** The body of a details panel while its content loads, when it could not be loaded, and when it is there. */
export function LoadedDetails<T>(props: {
  readonly details: Loadable<T>;
  readonly loadingText: string;
  readonly failedText: string;
  readonly children: (value: T) => ReactNode;
}) {
  const { details, loadingText, failedText, children } = props;
  switch (details.status) {
    case "loading":
      return <LoadingBody text={loadingText} />;
    case "failed":
      return (
        <PanelBody foot={undefined}>
          <MessageBar messageBarType={MessageBarType.error} isMultiline>
            {failedText}
            <FailureReport failure={details.failure} retry={() => details.retry()} />
          </MessageBar>
        </PanelBody>
      );
    case "ready":
      return <>{children(details.value)}</>;
    case "outdated":
      return (
        <>
          <OutdatedNote load={details} />
          {children(details.value)}
        </>
      );
    default:
      return unreachable(details);
  }
}

/** Stands for a body that isn't there yet. */
export function LoadingBody({ text }: { readonly text: string }) {
  const classes = useStyles(loadingStyles);
  return (
    <PanelBody foot={undefined}>
      <div role="status" aria-busy aria-label={text} className={classes.loading}>
        {[60, 100, 90, 100, 40, 100, 80].map((percent, line) => (
          <Shimmer key={line} width={`${percent}%`} />
        ))}
      </div>
    </PanelBody>
  );
}

const loadingStyles = themeStyles(() => ({
  loading: { display: "flex", flexDirection: "column", gap: 16, paddingTop: 16 },
}));
