import { createContext, useCallback, useEffect, useRef, useState } from "react";
import type { Host } from "../../../Client/Core/host";
import { usualLayout, type ColumnLayout } from "../Model/columnLayout";
import { useTabView } from "../Model/dashboardView";
import {
  gridSettingsFromText,
  gridSettingsToText,
  usualSettings,
  withLayout,
  type Density,
  type GridSettings,
} from "./gridSettings";
import { useProvided } from "../Controls/useProvided";

/** Of the portal's settings. */
const gridSettingsKey = "grids";

/** What went wrong with keeping the settings. The page works on without. */
export type SettingsTrouble = "unreadable" | "notKept";

type Change = (settings: GridSettings) => GridSettings;

export interface GridSettingsStore {
  readonly settings: GridSettings;
  readonly trouble: SettingsTrouble | undefined;
  change(changed: Change): void;
  forgetTrouble(): void;
}

/** Settings of the grids that the portal keeps for the user. Until they are read, and where they cannot be, the usual ones. */
export function useGridSettingsStore(host: Host): GridSettingsStore {
  const [settings, setSettings] = useState(usualSettings);
  const [trouble, setTrouble] = useState<SettingsTrouble>();
  const latest = useRef(usualSettings);
  const written = useRef(usualSettings);
  /** What was changed before the stored settings were there; `undefined` once they are. */
  const early = useRef<Change[] | undefined>([]);
  const work = useRef<Promise<void>>(Promise.resolve());
  const isOpen = useRef(true);

  useEffect(() => {
    isOpen.current = true;
    const keep = (text: string | undefined) => {
      const { settings: stored, isWhole } = gridSettingsFromText(text);
      written.current = stored;
      latest.current = (early.current ?? []).reduce((known, changed) => changed(known), stored);
      early.current = undefined;
      if (isOpen.current) {
        setSettings(latest.current);
        setTrouble(isWhole ? undefined : "unreadable");
      }
    };
    work.current = host.settings.read(gridSettingsKey).then(keep, () => undefined);
    return () => void (isOpen.current = false);
  }, [host]);

  const change = useCallback(
    (changed: Change) => {
      early.current?.push(changed);
      latest.current = changed(latest.current);
      setSettings(latest.current);
      const write = async () => {
        // A column that is dragged changes a hundred times: what is written is how it is by then, once.
        if (latest.current !== written.current) {
          written.current = latest.current;
          await host.settings.write(gridSettingsKey, gridSettingsToText(latest.current));
        }
      };
      work.current = work.current.then(write).catch(() => {
        if (isOpen.current) {
          setTrouble("notKept");
        }
      });
    },
    [host],
  );
  const forgetTrouble = useCallback(() => setTrouble(undefined), []);
  return { settings, trouble, change, forgetTrouble };
}

const context = createContext<GridSettingsStore | undefined>(undefined);

export const GridSettingsProvider = context.Provider;

function useGridSettings(): GridSettingsStore {
  return useProvided(context);
}

export function useDensity(): readonly [Density, (density: Density) => void] {
  const { settings, change } = useGridSettings();
  const choose = useCallback((density: Density) => change((known) => ({ ...known, density })), [change]);
  return [settings.density, choose];
}

/**
 * How the columns of a tab are arranged: as the link says that opened the page, else as the user likes them. A change makes
 * what is seen the way that the user likes, which is kept.
 */
export function useColumnLayout(tab: string): readonly [ColumnLayout, (layout: ColumnLayout) => void] {
  const { settings, change } = useGridSettings();
  const [{ columns }, changeView] = useTabView(tab);
  const choose = useCallback(
    (layout: ColumnLayout) => {
      changeView({ type: "columns", columns: undefined });
      change((known) => withLayout(known, tab, layout));
    },
    [tab, change, changeView],
  );
  return [columns ?? settings.columns[tab] ?? usualLayout, choose];
}
