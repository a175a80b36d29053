import type { ISearchBox } from "@fluentui/react";
import { useCallback, useState, type ReactNode, type RefObject } from "react";
import { format } from "../../../Client/Core/format";
import { isFocusFree } from "../Controls/useLostFocus";
import type { GridHandle } from "../Grid/useGridKeyboard";
import type { Finding, FindingsTab, Selected } from "../Model/findingsTab";
import type { GridSelection } from "../Model/gridSelection";
import type { OfferedCommand } from "./triage";
import { TriageTexts as Text } from "./Triage.resjson";
import { TriageAct, type TriageAsk } from "./TriageAct";
import { useTriage, useTriageSurface, type SurfaceCommand } from "./triageContext";
import { useMoves } from "./useMoves";

/** The findings of a tab as keys go through them. */
interface TriagedFindings<T extends Finding> {
  /** In the order of the grid. */
  readonly items: readonly T[];
  readonly all: readonly T[];
  readonly open: string | undefined;
  readonly selected: Selected<T>;
  /** Absent: none can be selected. */
  readonly selection: Pick<GridSelection<T>, "toggle"> | undefined;
  /** Whether more are on their way. */
  readonly isLoading: boolean;
  /** `goesOn` while a key goes through one after another. */
  onOpen(item: T, goesOn: boolean): void;
  onClose(): void;
}

/** The parts of the page that keys move between. */
interface TriageParts {
  readonly grid: RefObject<GridHandle>;
  readonly panel: RefObject<HTMLElement>;
  readonly search: RefObject<ISearchBox>;
}

type TriagedTab<T extends Finding> = Pick<FindingsTab<T>, "noun" | "triage"> & {
  /** Of the details, in pixels. */
  readonly panelWidth: number;
};

/** Answers to keys on a tab: moves through its findings, and does what they offer. */
export function useTabTriage<T extends Finding>(
  tab: TriagedTab<T>,
  findings: TriagedFindings<T>,
  parts: TriageParts,
) {
  const { open } = findings;
  const { grid, search } = parts;
  const { setting, say } = useTriage();
  const moves = useMoves(findings, parts, tab.panelWidth);
  const { follow, moveOnFrom } = moves;
  const { act, ask } = useAct(tab, parts, (command, { items }) => {
    if (command === "status") {
      moveOnFrom(items);
    }
  });
  const current = () => open ?? grid.current?.currentId();
  const step = (way: 1 | -1, isHurried: boolean) => {
    const item = moves.nextOf(current(), way);
    if (item) {
      moves.goTo(item, isHurried);
    } else {
      say(endText(findings, way));
    }
  };
  const commands: Readonly<Record<SurfaceCommand, (isRepeated: boolean) => boolean | void>> = {
    next: (isRepeated) => step(1, isRepeated),
    previous: (isRepeated) => step(-1, isRepeated),
    select: () => select(findings, current(), say),
    search: () => search.current?.focus(),
    close: () => closeFromGrid(findings, grid),
    status: () => ask("status", targetOf(findings, current())),
    owner: () => ask("owner", targetOf(findings, current())),
    fix: () => ask("fix", targetOf(findings, current())),
    logs: () => ask("logs", targetOf(findings, current())),
  };
  useTriageSurface({
    run: (command, isRepeated) => commands[command](isRepeated) ?? true,
    focus: () => grid.current?.focusRow(current() ?? ""),
  });
  const isFollowed = setting.isOn && open !== undefined;
  return {
    shows: moves.shows,
    open: moves.open,
    /** To be called as the arrows move through the list: open details follow. */
    onMove: useCallback(
      (item: T, isRepeated: boolean) => isFollowed && follow(item, isRepeated),
      [isFollowed, follow],
    ),
    /** Opens the finding one step on from where the open one is, or was; `undefined`: there's none. */
    neighbor(way: 1 | -1): (() => void) | undefined {
      const item = open === undefined ? undefined : moves.nextOf(open, way);
      return (
        item &&
        (() => {
          moves.open(item);
          grid.current?.showRow(item.id);
        })
      );
    },
    /** What the last key does. */
    act,
  };
}

/** Does what keys ask for, one at a time. */
function useAct<T extends Finding>(
  { noun, triage }: TriagedTab<T>,
  { grid }: Pick<TriageParts, "grid">,
  onAsk: (command: OfferedCommand, target: Selected<T>) => void,
): { readonly act: ReactNode; ask(command: OfferedCommand, target: Selected<T>): void } {
  const { say } = useTriage();
  const [asked, setAsked] = useState<{ readonly ask: TriageAsk<T>; readonly count: number }>();
  return {
    act: asked && triage && <TriageAct key={asked.count} ask={asked.ask} offers={triage} />,
    ask(command, target) {
      if (target.items.length === 0) {
        say(Text.noCurrent);
        return;
      }
      if (!triage) {
        say(format(Text.notOffered, noun));
        return;
      }
      onAsk(command, target);
      if (isFocusFree()) {
        grid.current?.focusRow(grid.current.currentId() ?? "");
      }
      const anchor = document.activeElement;
      setAsked((known) => ({ ask: { command, target, anchor }, count: (known?.count ?? 0) + 1 }));
    },
  };
}

/** What a key is about: what is selected, else the current finding. */
function targetOf<T extends Finding>(
  { all, selected }: Pick<TriagedFindings<T>, "all" | "selected">,
  current: string | undefined,
): Selected<T> {
  return selected.items.length > 0 ? selected : { items: all.filter(({ id }) => id === current), hidden: [] };
}

function select<T extends Finding>(
  { items, selection }: Pick<TriagedFindings<T>, "items" | "selection">,
  current: string | undefined,
  say: (text: string) => void,
): void {
  const item = items.find(({ id }) => id === current);
  if (!selection) {
    say(Text.noSelection);
  } else if (item) {
    selection.toggle(item, { shiftKey: false });
  } else {
    say(Text.noCurrent);
  }
}

function closeFromGrid<T extends Finding>(
  { open, onClose }: Pick<TriagedFindings<T>, "open" | "onClose">,
  grid: RefObject<GridHandle>,
): boolean {
  const closes = open !== undefined && (grid.current?.hasFocus() ?? false);
  if (closes) {
    onClose();
  }
  return closes;
}

function endText<T extends Finding>(
  { items, isLoading }: Pick<TriagedFindings<T>, "items" | "isLoading">,
  way: 1 | -1,
): string {
  if (items.length === 0) {
    return Text.noneListed;
  }
  if (way === -1) {
    return Text.first;
  }
  return isLoading ? Text.lastSoFar : Text.last;
}
