import { DetailsPanel } from "./DetailsPanel";
import type { Finding, FindingsTab } from "../Model/findingsTab";

/** Of the panel, in pixels. */
const usualWidth = 600;

/** The details of the open finding, if one is open. It stays open when a filter hides its row. */
export function FindingDetails<T extends Finding>(props: {
  readonly tab: FindingsTab<T>;
  /** In the order of the grid. */
  readonly items: readonly T[];
  readonly all: readonly T[];
  readonly open: string | undefined;
  readonly onOpen: (item: T) => void;
  readonly onClose: (id: string) => void;
}) {
  const { tab, items, all, open, onOpen, onClose } = props;
  const item = open === undefined ? undefined : all.find(({ id }) => id === open);
  if (!item) {
    return null;
  }
  const position = items.indexOf(item);
  const step = (index: number) => {
    const neighbor = position === -1 ? undefined : items[index];
    return neighbor && (() => onOpen(neighbor));
  };
  return (
    <DetailsPanel
      subject={item.id}
      title={tab.titleOf(item)}
      level={tab.levelOf(item)}
      strip={tab.strip(item)}
      width={tab.panelWidth ?? usualWidth}
      onPrevious={step(position - 1)}
      onNext={step(position + 1)}
      onClose={() => onClose(item.id)}
    >
      <tab.Details key={item.id} item={item} />
    </DetailsPanel>
  );
}
