import { useEffect, useState } from "react";
import { runAfterFrame, type Sliced } from "../../Kit/Model/slices";

/** The result of work that lets keys and frames come between; of older work until it's done. `undefined`: there's none yet. */
export function useWork<T>(begin: (() => Sliced<T>) | undefined): T | undefined {
  const [done, setDone] = useState<{ readonly result: T }>();
  useEffect(() => begin && runAfterFrame(begin(), (result) => setDone({ result })), [begin]);
  return done?.result;
}
