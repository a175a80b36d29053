import { useCallback, useEffect, useMemo, useRef, useState, type RefObject } from "react";
import type { GridHandle } from "../Grid/useGridKeyboard";
import type { Finding } from "../Model/findingsTab";
import { isFocusFree } from "../Controls/useLostFocus";
import { listPlace, stepFrom, type ListPlace } from "./listPlace";

/** How the open finding was come to. */
export interface Shows {
  /** Whether its details leave the focus where it is. */
  readonly isFollowing: boolean;
  /** Whether a key that is held down led to it, and leads on. */
  readonly isHurried: boolean;
}

interface Moves<T> {
  readonly shows: Shows;
  /** Opens details, which take the focus. */
  open(item: T): void;
  /** Shows details, and leaves the focus where it is. */
  follow(item: T, isHurried: boolean): void;
  /** Shows a finding with its details. The focus stays in them, or goes to the list where its rows are seen. */
  goTo(item: T, isHurried: boolean): void;
  /** The finding one step on from another one, or from where it was; `undefined`: there's none. From nowhere it's the first. */
  nextOf(id: string | undefined, way: 1 | -1): T | undefined;
  /** When these go off the list while they're open, the one after them is shown. */
  moveOnFrom(items: readonly T[]): void;
}

const byHand: Shows = { isFollowing: false, isHurried: false };

/** The ways from one finding to another, with their details and the focus. */
export function useMoves<T extends Finding>(
  findings: {
    /** In the order of the grid. */
    readonly items: readonly T[];
    readonly open: string | undefined;
    onOpen(item: T, goesOn: boolean): void;
    onClose(): void;
  },
  parts: { readonly grid: RefObject<GridHandle>; readonly panel: RefObject<HTMLElement> },
  panelWidth: number,
): Moves<T> {
  const { items, open, onOpen, onClose } = findings;
  const { grid, panel } = parts;
  const [shows, setShows] = useState(byHand);
  const placeOf = usePlaces(items, open);
  const show = useCallback(
    (item: T, how: Shows) => {
      setShows(how);
      onOpen(item, how !== byHand);
    },
    [onOpen],
  );
  const isInPanel = () => panel.current?.contains(document.activeElement) ?? false;
  const goTo = (item: T, isHurried: boolean) => {
    const goesIn = isInPanel() || (grid.current?.isCoveredBy(panelWidth) ?? true);
    show(item, { isFollowing: !goesIn, isHurried });
    grid.current?.[goesIn ? "showRow" : "focusRow"](item.id);
  };
  const moveOn = (next: T | undefined) => {
    if (!next) {
      onClose();
    } else if (isInPanel() || isFocusFree() || grid.current?.hasFocus()) {
      goTo(next, false);
    } else {
      // Someone who is busy elsewhere on the page keeps the focus.
      show(next, { isFollowing: true, isHurried: false });
    }
  };
  const left = useRef(new Set<string>());
  useEffect(() => {
    const place = open === undefined ? undefined : placeOf(open);
    if (open !== undefined && place?.isGone && left.current.delete(open)) {
      moveOn(items[place.index] ?? items[place.index - 1]);
    }
  });
  return {
    shows,
    open: useCallback((item: T) => show(item, byHand), [show]),
    follow: useCallback(
      (item: T, isHurried: boolean) => show(item, { isFollowing: true, isHurried }),
      [show],
    ),
    goTo,
    nextOf: (id, way) => items[stepFrom(id === undefined ? undefined : placeOf(id), way)],
    moveOnFrom: (gone) => gone.forEach(({ id }) => left.current.add(id)),
  };
}

/** Where findings stand in the list; for the open one, also where it stood when it was last in it. */
function usePlaces<T extends Finding>(
  items: readonly T[],
  open: string | undefined,
): (id: string) => ListPlace | undefined {
  const isListed = useMemo(() => open !== undefined && items.some(({ id }) => id === open), [items, open]);
  const seen = useRef<{ readonly id: string | undefined; readonly items: readonly T[] }>();
  useEffect(() => {
    if (isListed) {
      seen.current = { id: open, items };
    }
  }, [isListed, items, open]);
  return (id) => listPlace(id, items, seen.current?.id === id ? seen.current.items : []);
}
