import type { RefObject } from "react";
import { DetailsPanel } from "./DetailsPanel";
import { PacedBody } from "./PacedBody";
import type { Finding, FindingsTab } from "../Model/findingsTab";

/** The details of the open finding, if one is open. It stays open when a filter hides its row. */
export function FindingDetails<T extends Finding>(props: {
  readonly tab: FindingsTab<T>;
  readonly all: readonly T[];
  readonly open: string | undefined;
  readonly panel: RefObject<HTMLElement>;
  /** Of the panel, in pixels. */
  readonly width: number;
  /** Whether the focus stays where it is as another finding is shown. */
  readonly isFollowing: boolean;
  /** Whether a key that is held down shows it. */
  readonly isHurried: boolean;
  /** Opens the finding one step on; `undefined`: there's none. */
  readonly neighbor: (way: 1 | -1) => (() => void) | undefined;
  readonly onClose: (id: string) => void;
}) {
  const { tab, all, open, panel, width, isFollowing, isHurried, neighbor, onClose } = props;
  const item = open === undefined ? undefined : all.find(({ id }) => id === open);
  return item ? (
    <DetailsPanel
      panel={panel}
      subject={item.id}
      title={tab.titleOf(item)}
      level={tab.levelOf(item)}
      strip={tab.strip(item)}
      width={width}
      isFollowing={isFollowing}
      onPrevious={neighbor(-1)}
      onNext={neighbor(1)}
      onClose={() => onClose(item.id)}
    >
      <PacedBody subject={item.id} isHurried={isHurried}>
        <tab.Details key={item.id} item={item} />
      </PacedBody>
    </DetailsPanel>
  ) : null;
}
