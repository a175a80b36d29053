import type { Virtualizer } from "@tanstack/react-virtual";
import { useEffect, useImperativeHandle, useState, type KeyboardEvent, type RefObject } from "react";
import { useLostFocus } from "../Controls/useLostFocus";
import type { Finding } from "../Model/findingsTab";

/** What the page around the grid may ask of it. */
export interface GridHandle {
  /** Focuses the row of a finding, scrolling to it; the first row when it is no longer listed. */
  focusRow(id: string): void;
  /** Scrolls to the row of a finding and makes it the tab stop; the focus stays where it is. */
  showRow(id: string): void;
  /** The finding of the row that had the focus last; `undefined`: none had it yet. */
  currentId(): string | undefined;
  hasFocus(): boolean;
  /** Whether a panel at its edge, of a width in pixels, leaves too little of the rows to see which one has the focus. */
  isCoveredBy(panelWidth: number): boolean;
}

/** Of a row, in pixels: what has to be seen of it, its checkbox and its level. */
const leastSeen = 96;

/** How many rows the page keys move. */
const pageRows = 10;

/**
 * Moves the active row by keyboard; only some rows are in the DOM. Returns the grid's key handler for the capture phase:
 * elements inside the grid don't see the keys it handles.
 */
export function useGridKeyboard<T extends Finding>(options: {
  readonly items: readonly T[];
  /** `undefined`: no row had the focus yet. */
  readonly wantedIndex: number | undefined;
  readonly activeIndex: number;
  readonly setActiveIndex: (index: number) => void;
  readonly virtualizer: Virtualizer<HTMLDivElement, Element>;
  readonly handle: RefObject<GridHandle>;
  readonly onOpen: (item: T) => void;
  /** Told of the finding that a key moves to. */
  readonly onMove: (item: T, isRepeated: boolean) => void;
  /** Absent: rows cannot be selected, and the space bar opens them. */
  readonly onSelect: ((item: T, event: { readonly shiftKey: boolean }) => void) | undefined;
  readonly onSelectAll: (() => void) | undefined;
}) {
  const { items, wantedIndex, activeIndex, setActiveIndex, virtualizer, handle, onOpen, onMove } = options;
  const { onSelect, onSelectAll } = options;
  const [request, setRequest] = useState<{ readonly index: number }>();

  // The row to focus may exist only after the scroll has rendered it.
  useEffect(() => {
    if (request) {
      const row = virtualizer.scrollElement?.querySelector(`[data-item-index="${request.index}"]`);
      if (row instanceof HTMLElement) {
        row.focus();
      }
    }
  }, [request, virtualizer]);

  const showIndex = (index: number): number => {
    const target = Math.max(0, Math.min(items.length - 1, index));
    virtualizer.scrollToIndex(target);
    setActiveIndex(target);
    return target;
  };
  const moveTo = (index: number) => setRequest({ index: showIndex(index) });
  const indexOf = (id: string) => items.findIndex((item) => item.id === id);
  const hasFocus = () => virtualizer.scrollElement?.contains(document.activeElement) ?? false;

  useImperativeHandle(handle, () => ({
    focusRow: (id) => moveTo(indexOf(id)),
    showRow: (id) => void showIndex(indexOf(id)),
    currentId: () => (wantedIndex === undefined ? undefined : items[activeIndex]?.id),
    hasFocus,
    isCoveredBy: (panelWidth) =>
      (virtualizer.scrollElement?.clientWidth ?? panelWidth) - panelWidth < leastSeen,
  }));
  // The row with the focus may go with a change: the one that takes its place has it then.
  useLostFocus(
    (element) => virtualizer.scrollElement?.contains(element) ?? false,
    () => moveTo(activeIndex),
  );

  /** What a key does on the current row; `undefined`: nothing. */
  const actionFor = (event: KeyboardEvent<HTMLElement>): (() => void) | undefined => {
    if (event.ctrlKey || event.metaKey) {
      return event.key.toLowerCase() === "a" ? onSelectAll : undefined;
    }
    const target = targetIndex(event.key, activeIndex, items.length);
    if (target !== undefined) {
      return () => {
        moveTo(target);
        const item = items[Math.max(0, Math.min(items.length - 1, target))];
        if (item) {
          onMove(item, event.repeat);
        }
      };
    }
    const item = items[activeIndex];
    if (!item || (event.key !== "Enter" && event.key !== " ")) {
      return undefined;
    }
    return event.key === " " && onSelect ? () => onSelect(item, event) : () => onOpen(item);
  };

  return (event: KeyboardEvent<HTMLElement>) => {
    if (!isRow(event.target) || event.altKey) {
      return;
    }
    const act = actionFor(event);
    if (act) {
      take(event);
      act();
    }
  };
}

function targetIndex(key: string, index: number, count: number): number | undefined {
  switch (key) {
    case "ArrowDown":
      return index + 1;
    case "ArrowUp":
      return index - 1;
    case "PageDown":
      return index + pageRows;
    case "PageUp":
      return index - pageRows;
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return undefined;
  }
}

/** A row is a focus zone of Fluent, which would move the focus among its own cells for Home and End. */
function take(event: KeyboardEvent): void {
  event.preventDefault();
  event.stopPropagation();
}

function isRow(target: EventTarget): boolean {
  return target instanceof HTMLElement && target.dataset.itemIndex !== undefined;
}
