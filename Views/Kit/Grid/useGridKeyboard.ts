import type { Virtualizer } from "@tanstack/react-virtual";
import { useEffect, useImperativeHandle, useState, type KeyboardEvent, type RefObject } from "react";
import type { Finding } from "../Model/findingsTab";

/** What the page around the grid may ask of it. */
export interface GridHandle {
  /** Focuses the row of a finding, scrolling to it; the first row when it is no longer listed. */
  focusRow(id: string): void;
}

/** How many rows the page keys move. */
const pageRows = 10;

/**
 * Moves the active row by keyboard; only some rows are in the DOM. Returns the grid's key handler for the capture phase:
 * elements inside the grid don't see the keys it handles.
 */
export function useGridKeyboard<T extends Finding>(options: {
  readonly items: readonly T[];
  readonly activeIndex: number;
  readonly setActiveIndex: (index: number) => void;
  readonly virtualizer: Virtualizer<HTMLDivElement, Element>;
  readonly handle: RefObject<GridHandle>;
  readonly onOpen: (item: T) => void;
  /** Absent: rows cannot be selected, and the space bar opens them. */
  readonly onSelect: ((item: T, event: { readonly shiftKey: boolean }) => void) | undefined;
  readonly onSelectAll: (() => void) | undefined;
}) {
  const { items, activeIndex, setActiveIndex, virtualizer, handle, onOpen } = options;
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

  const moveTo = (index: number) => {
    const target = Math.max(0, Math.min(items.length - 1, index));
    virtualizer.scrollToIndex(target);
    setActiveIndex(target);
    setRequest({ index: target });
  };

  useImperativeHandle(handle, () => ({
    focusRow: (id) => moveTo(items.findIndex((item) => item.id === id)),
  }));

  /** What a key does on the current row; `undefined`: nothing. */
  const actionFor = (event: KeyboardEvent<HTMLElement>): (() => void) | undefined => {
    if (event.ctrlKey || event.metaKey) {
      return event.key.toLowerCase() === "a" ? onSelectAll : undefined;
    }
    const target = targetIndex(event.key, activeIndex, items.length);
    if (target !== undefined) {
      return () => moveTo(target);
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
