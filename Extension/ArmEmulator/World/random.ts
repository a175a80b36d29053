import { unsafeUniformIntDistribution, xoroshiro128plus } from "pure-rand";

/** Chance that repeats itself: the same seed gives the same world. */
export interface Random {
  /** From 0 to `below - 1`. */
  whole(below: number): number;
  pick<T>(list: readonly T[]): T;
  /** True once in `times`. */
  oneIn(times: number): boolean;
  shuffled<T>(list: readonly T[]): readonly T[];
  hex(length: number): string;
  guid(): string;
}

export function createRandom(seed: number): Random {
  const generator = xoroshiro128plus(seed);
  const whole = (below: number) => unsafeUniformIntDistribution(0, below - 1, generator);
  const hex = (length: number) => {
    let digits = "";
    while (digits.length < length) {
      digits += whole(16).toString(16);
    }
    return digits;
  };
  return {
    whole,
    hex,
    pick(list) {
      const found = list[whole(list.length)];
      if (found === undefined) {
        throw new Error("There is nothing to pick from.");
      }
      return found;
    },
    oneIn: (times) => whole(times) === 0,
    shuffled(list) {
      const result = [...list];
      for (let last = result.length - 1; last > 0; last -= 1) {
        const other = whole(last + 1);
        [result[last], result[other]] = [result[other] as never, result[last] as never]; // Both places are inside of the list.
      }
      return result;
    },
    guid: () => `${hex(8)}-${hex(4)}-4${hex(3)}-8${hex(3)}-${hex(12)}`,
  };
}
