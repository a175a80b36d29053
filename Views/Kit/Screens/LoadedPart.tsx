import { MessageBar, MessageBarType, Shimmer } from "@fluentui/react";
import type { ReactNode } from "react";
import { FailureReport } from "./FailureReport";
import { OutdatedNote } from "./FailureBanner";
import { unreachable, type Loadable } from "../Model/loadable";

/** A part of the page that loads and fails by itself: the rest does without it. */
export function LoadedPart<T>(props: {
  readonly load: Loadable<T>;
  readonly loadingText: string;
  readonly failedText: string;
  /** A warning where the page is of use without the part; absent: an error. */
  readonly failedAs?: "warning" | "error";
  readonly children: (value: T) => ReactNode;
}) {
  const { load, loadingText, failedText, failedAs = "error", children } = props;
  switch (load.status) {
    case "loading":
      return (
        <div role="status" aria-busy aria-label={loadingText}>
          <Shimmer width="80%" />
        </div>
      );
    case "failed":
      return (
        <MessageBar messageBarType={MessageBarType[failedAs]} isMultiline>
          {failedText}
          <FailureReport failure={load.failure} retry={() => load.retry()} />
        </MessageBar>
      );
    case "ready":
      return <>{children(load.value)}</>;
    case "outdated":
      return (
        <>
          <OutdatedNote load={load} />
          {children(load.value)}
        </>
      );
    default:
      return unreachable(load);
  }
}
