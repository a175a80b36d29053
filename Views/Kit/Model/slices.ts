/** Work on a long list, which gives way between short parts, and returns its result. It changes nothing that others see. */
export type Sliced<T> = Generator<undefined, T>;

/** Whether work on so many items may take longer than a frame. */
export const isLong = (count: number) => count > 2_000;

/** How many items are worked on before giving way: about a millisecond. */
const part = 500;
/** Of work between two chances for the browser to take a key or to paint, in milliseconds. */
const slice = 8;

/** The whole work at once. */
export function finish<T>(work: Sliced<T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) {
      return step.value;
    }
  }
}

/**
 * The work in slices, each a task of its own, so that keys and frames come between them. `onDone` gets the result, after this has
 * returned. Returns what stops it: then `onDone` is not called any more.
 */
export function runInSlices<T>(work: Sliced<T>, onDone: (result: T) => void): () => void {
  // Timers that start each other wait for some milliseconds; messages don't.
  const { port1, port2 } = new MessageChannel();
  const stop = () => port1.close();
  const next = () => port2.postMessage(undefined);
  port1.onmessage = () => {
    const end = performance.now() + slice;
    let step = work.next();
    while (!step.done && performance.now() < end) {
      step = work.next();
    }
    if (!step.done) {
      next();
      return;
    }
    stop();
    onDone(step.value);
  };
  next();
  return stop;
}

/** Where no frame is painted, as in a hidden tab, work begins after so many milliseconds. */
const unseen = 100;

/** The same, begun once what was pressed or typed is on screen. */
export function runAfterFrame<T>(work: Sliced<T>, onDone: (result: T) => void): () => void {
  let stop: (() => void) | undefined;
  const begin = () => void (stop ??= runInSlices(work, onDone));
  const frame = requestAnimationFrame(begin);
  const timer = setTimeout(begin, unseen);
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
    stop?.();
  };
}

/** Does something with each item and its index, in their order. */
export function* eachInSlices<T>(items: readonly T[], visit: (item: T, index: number) => void): Sliced<void> {
  for (let start = 0; start < items.length; start += part) {
    items.slice(start, start + part).forEach((item, at) => visit(item, start + at));
    yield;
  }
}

/** The items that pass, in their order. */
export function* filterInSlices<T>(items: readonly T[], passes: (item: T) => boolean): Sliced<readonly T[]> {
  const passing: T[] = [];
  yield* eachInSlices(items, (item) => {
    if (passes(item)) {
      passing.push(item);
    }
  });
  return passing;
}

type Compare<T> = (left: T, right: T) => number;

/** The items sorted; those that compare as equal stay in the order that they have. */
export function* sortInSlices<T extends string | number>(
  items: readonly T[],
  compare: Compare<T>,
): Sliced<readonly T[]> {
  if (items.length <= part) {
    return [...items].sort(compare);
  }
  const middle = Math.ceil(items.length / 2);
  const left = yield* sortInSlices(items.slice(0, middle), compare);
  yield;
  const right = yield* sortInSlices(items.slice(middle), compare);
  return yield* mergeInSlices(left, right, compare);
}

/** Of items that compare as equal, those on the left come first. */
function* mergeInSlices<T extends string | number>(
  left: readonly T[],
  right: readonly T[],
  compare: Compare<T>,
): Sliced<readonly T[]> {
  const merged: T[] = [];
  let [taken, takenRight] = [0, 0];
  for (;;) {
    const one = left[taken];
    const other = right[takenRight];
    if (one === undefined || other === undefined) {
      return [...merged, ...left.slice(taken), ...right.slice(takenRight)];
    }
    if (compare(one, other) <= 0) {
      merged.push(one);
      taken += 1;
    } else {
      merged.push(other);
      takenRight += 1;
    }
    if (merged.length % part === 0) {
      yield;
    }
  }
}
