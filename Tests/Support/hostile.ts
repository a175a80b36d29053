import { isRecord, structureOf, type JsonRecord } from "../../Client/Core/json";
import type { Random } from "../../Extension/ArmEmulator/World/random";

/** Values that no service should send, and that one day one does. */
export interface Hostile {
  /** Anything at all. */
  value(): unknown;
  /** The sample with a few things wrong with it. */
  mutated(sample: unknown): unknown;
  /** The same for rows, which Resource Graph's runner has checked to be objects. */
  row(sample: JsonRecord): JsonRecord;
}

const texts = [
  "",
  "  ",
  "\u0000",
  "0",
  "-1",
  "1e999",
  "true",
  "null",
  "undefined",
  "__proto__",
  "constructor",
  "toString",
  "{",
  "[",
  "[{",
  '[{"CveId": "CVE-20',
  '{"__proto__": {"polluted": true}}',
  '{"a":'.repeat(50),
  "<img src=x onerror=alert(1)>",
  "<script>alert(1)</script>",
  "<a href='".repeat(200),
  "[x](https:".repeat(200),
  "javascript:alert(1)",
  "https://portal.azure.com@evil.example/",
  "\u202egnp.exe",
  "\u2066\u200f",
  "\ud800",
  "\udc00\ud800",
  "e\u0301".repeat(100),
  "/".repeat(500),
  "' or 1 == 1 //",
  "9999-99-99T99:99:99Z",
  "+275760-09-13T00:00:00.001Z",
  "Critical",
  "Passed",
  "x".repeat(20_000),
] as const;

const deepest = 300;

export function createHostile(random: Random): Hostile {
  const leaf = (): unknown =>
    random.pick<() => unknown>([
      () => random.pick(texts),
      () => undefined,
      () => null,
      () => NaN,
      () => random.pick([0, -0, -1, 1e308, -Infinity, 10.5]),
      () => random.oneIn(2),
      () => random.hex(8),
    ])();

  const structure = (depth: number): unknown => {
    if (random.oneIn(20)) {
      return nested();
    }
    const children = Array.from({ length: random.whole(4) }, () => value(depth + 1));
    return random.oneIn(2)
      ? children
      : Object.fromEntries(children.map((child) => [random.pick(["name", "id", "$ref", ...texts]), child]));
  };

  const nested = (): unknown => {
    let inner: unknown = leaf();
    for (let depth = 0; depth < deepest; depth += 1) {
      inner = depth % 2 === 0 ? [inner] : { type: "x", value: inner };
    }
    return inner;
  };

  const value = (depth = 0): unknown => (depth > 3 || !random.oneIn(3) ? leaf() : structure(depth));

  const changed = (sample: unknown): unknown => {
    if (random.oneIn(6)) {
      return value();
    }
    if (Array.isArray(sample)) {
      return changedList(sample);
    }
    if (isRecord(sample)) {
      return changedRecord(sample);
    }
    return typeof sample === "string" ? changedText(sample) : value();
  };

  const changedList = (list: readonly unknown[]): unknown => {
    const at = random.whole(list.length + 1);
    return random.pick<() => unknown>([
      () => [...list.slice(0, at), value(), ...list.slice(at)],
      () => list.map((element, index) => (index === at ? changed(element) : element)),
      () => list.filter((_, index) => index !== at),
      () => ({ ...list }),
      () => JSON.stringify(list),
      () => [list],
    ])();
  };

  const changedRecord = (record: JsonRecord): unknown => {
    const keys = Object.keys(record);
    const key = keys.length === 0 ? "id" : random.pick(keys);
    const { [key]: old, ...rest } = record;
    return random.pick<() => unknown>([
      () => ({ ...rest, [key]: changed(old) }),
      () => ({ ...rest, [key]: changed(old) }),
      () => ({ ...rest, [key]: value() }),
      () => rest,
      () => ({ ...rest, [swapCase(key)]: old }),
      () => Object.fromEntries([...Object.entries(record), ["__proto__", value()]]),
      () => (random.oneIn(3) ? [record] : { ...rest, [key]: [old] }),
    ])();
  };

  const changedText = (text: string): unknown => {
    const parsed = structureOf(text);
    if (parsed && !random.oneIn(3)) {
      return JSON.stringify(changed(parsed));
    }
    const at = random.whole(text.length + 1);
    return random.pick([text.slice(0, at), text.slice(at), text + random.pick(texts), random.pick(texts)]);
  };

  const mutated = (sample: unknown): unknown => {
    let result = sample;
    for (let times = 1 + random.whole(4); times > 0; times -= 1) {
      result = changed(result);
    }
    return result;
  };

  return {
    value,
    mutated,
    row(sample) {
      const result = mutated(sample);
      return isRecord(result) ? result : { ...sample, [random.pick(Object.keys(sample))]: result };
    },
  };
}

function swapCase(key: string): string {
  const first = key.charAt(0);
  return (first === first.toLowerCase() ? first.toUpperCase() : first.toLowerCase()) + key.slice(1);
}
