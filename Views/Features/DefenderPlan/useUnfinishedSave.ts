import { useEffect, useRef, useState } from "react";
import { dateOf } from "../../../Client/Core/json";
import { usePage } from "../../Kit/Session/dashboardContext";

const settingsKey = "planSave";
/** Milliseconds. Microsoft documents no maximum for a save; after this it isn't waited for. */
const longest = 10 * 60_000;

/** Remembers that a save was started, in case the pane is closed before it ends. It's a convenience: it never fails. */
export function useUnfinishedSave() {
  const { cluster, host } = usePage();
  const key = `${settingsKey} ${cluster.id.toLowerCase()}`;
  const [begunAt, setBegunAt] = useState<Date>();
  useEffect(() => {
    let isOpen = true;
    const read = (text: string | undefined) => {
      const date = dateOf(text);
      const age = Date.now() - (date?.getTime() ?? Number.NaN);
      if (isOpen && age >= 0 && age < longest) {
        setBegunAt(date);
      }
    };
    host.settings.read(key).then(read, () => undefined);
    return () => void (isOpen = false);
  }, [host, key]);
  // In order; a storage that doesn't answer never blocks the save.
  const writing = useRef<Promise<unknown>>(Promise.resolve());
  const write = (text: string) => {
    writing.current = writing.current.then(() => host.settings.write(key, text)).catch(() => undefined);
  };
  return {
    begunAt,
    begin: () => write(new Date().toISOString()),
    end() {
      setBegunAt(undefined);
      write("");
    },
  };
}
