import { useEffect, useState } from "react";
import { finish, isLong, runAfterFrame, type Sliced } from "../Model/slices";

/**
 * The result of work on `count` items; other work is another function `begin`. Work on few items, and the first one, is done at once.
 * Longer work lets keys and frames come between: until it is done, the result is that of the work before.
 */
export function useSliced<T>(begin: () => Sliced<T>, count: number): T {
  const [shown, show] = useState(() => ({ of: begin, result: finish(begin()) }));
  const isOld = shown.of !== begin;
  const mayWait = isLong(count);
  useEffect(
    () => (isOld && mayWait ? runAfterFrame(begin(), (result) => show({ of: begin, result })) : undefined),
    [isOld, mayWait, begin],
  );
  if (!isOld || mayWait) {
    return shown.result;
  }
  const result = finish(begin());
  show({ of: begin, result });
  return result;
}
