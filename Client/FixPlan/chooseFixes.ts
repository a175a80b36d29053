import { fixKinds, type FixAction, type FixWorld, type PlannedFinding } from "./fixAction";
import { createClosing, type CveCounts } from "./projection";

/** One step of a plan: what it closes beyond all steps before it. */
export interface FixStep {
  readonly action: FixAction;
  /** Risk that it closes, in the units of `riskWeight`. */
  readonly gain: number;
  /** CVEs that it closes by severity, each once for each image or component that has it. */
  readonly cves: CveCounts;
  readonly findings: readonly PlannedFinding[];
}

/** How many actions are looked at before giving way. */
const part = 200;

interface Candidate {
  readonly action: FixAction;
  /** What it closed when it was last looked at: it can't be more by now. */
  gain: number;
}

/**
 * The actions in the order in which each closes the most risk that is left; of those that close equally much the smaller step first. What
 * closes nothing any more is no step. For every number of steps they close at least 1 − 1/e of what the best choice of as many would.
 */
export function* chooseFixes(world: FixWorld): Generator<undefined, readonly FixStep[]> {
  const closing = yield* createClosing(world);
  const queue = createQueue<Candidate>(isBefore);
  for (const [index, action] of world.actions.entries()) {
    queue.push({ action, gain: closing.gainOf(action) });
    if (index % part === part - 1) {
      yield;
    }
  }
  const steps: FixStep[] = [];
  let looked = 0;
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    looked += 1;
    if (looked % part === 0) {
      yield;
    }
    const candidate = { action: next.action, gain: closing.gainOf(next.action) };
    const rival = queue.peek();
    if (candidate.gain === 0) {
      continue;
    }
    if (rival !== undefined && isBefore(rival, candidate)) {
      queue.push(candidate);
      continue;
    }
    const { action, gain } = candidate;
    steps.push({ action, gain, ...closing.close(action.closes) });
  }
  return steps;
}

function isBefore(left: Candidate, right: Candidate): boolean {
  if (left.gain !== right.gain) {
    return left.gain > right.gain;
  }
  const [one, other] = [left, right].map(({ action }) => fixKinds.indexOf(action.kind)) as [number, number];
  return one === other ? left.action.id < right.action.id : one < other;
}

interface Queue<T> {
  push(item: T): void;
  /** Takes the first out. */
  pop(): T | undefined;
  peek(): T | undefined;
}

/** A binary heap. */
function createQueue<T>(comesBefore: (left: T, right: T) => boolean): Queue<T> {
  const items: T[] = [];
  const isWrong = (parent: number, child: number) => {
    const [above, below] = [items[parent], items[child]];
    return above !== undefined && below !== undefined && comesBefore(below, above);
  };
  const swap = (one: number, other: number) => {
    [items[one], items[other]] = [items[other] as T, items[one] as T]; // Both are places in the list.
  };
  return {
    push(item) {
      items.push(item);
      for (let at = items.length - 1; at > 0;) {
        const parent = (at - 1) >> 1;
        if (!isWrong(parent, at)) {
          return;
        }
        swap(parent, at);
        at = parent;
      }
    },
    pop() {
      const [first] = items;
      const last = items.pop();
      if (items.length === 0 || last === undefined) {
        return first;
      }
      items[0] = last;
      for (let at = 0; ;) {
        const [left, right] = [2 * at + 1, 2 * at + 2];
        const child = isWrong(left, right) ? right : left;
        if (!isWrong(at, child)) {
          return first;
        }
        swap(at, child);
        at = child;
      }
    },
    peek: () => items[0],
  };
}
