import { DefaultButton } from "@fluentui/react";
import { format } from "../../../Client/Core/format";
import type { Finding, FindingsTab } from "../Model/findingsTab";
import { formatNumber } from "../Controls/formatNumber";
import { Findings } from "./Findings.resjson";
import { FullScreen } from "./FullScreen";
import { FilteredToNoneScreen } from "./screens";

/** There are findings, but none is listed: none is open any more, or search and filters hide all of them. */
export function NoneLeftScreen<T extends Finding>(props: {
  readonly tab: Pick<FindingsTab<T>, "counted" | "open">;
  readonly count: number;
  /** Whether the list is as it opens, and all of it was read. */
  readonly isNoneOpen: boolean;
  readonly onShowAll: () => void;
}) {
  const { tab, count, isNoneOpen, onShowAll } = props;
  const { counted, open } = tab;
  if (!open || !isNoneOpen) {
    return <FilteredToNoneScreen counted={counted} count={count} onClear={onShowAll} />;
  }
  return (
    <FullScreen tone="neutral" title={open.none.title}>
      <p>{format(open.none.text, formatNumber(count))}</p>
      <DefaultButton text={open.none.showAll} onClick={onShowAll} />
    </FullScreen>
  );
}

/** Nothing that was searched for, or not known yet, or not known at all: three different truths. */
export function SearchedToNoneScreen(props: {
  readonly status: "loading" | "failed" | "none";
  readonly sentences: readonly string[];
  readonly onClear: () => void;
}) {
  const { status, sentences, onClear } = props;
  const [first = "", ...others] = sentences;
  const isFound = status === "none";
  return (
    <FullScreen
      tone={status === "failed" ? "broken" : "neutral"}
      title={isFound ? Findings.filteredOutTitle : first}
    >
      {(isFound ? sentences : others).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <DefaultButton text={Findings.clearFilters} onClick={onClear} />
    </FullScreen>
  );
}
