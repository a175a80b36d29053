import { listPlace, stepFrom } from "../../../Views/Kit/Triage/listPlace";

const listOf = (ids: string) => [...ids].map((id) => ({ id }));

/** The finding one step on. */
function step(id: string, now: string, before: string, way: 1 | -1): string | undefined {
  return listOf(now)[stepFrom(listPlace(id, listOf(now), listOf(before)), way)]?.id;
}

test("steps to the neighbors, and not beyond the ends", () => {
  expect(step("b", "abc", "abc", 1)).toBe("c");
  expect(step("b", "abc", "abc", -1)).toBe("a");
  expect(step("c", "abc", "abc", 1)).toBeUndefined();
  expect(step("a", "abc", "abc", -1)).toBeUndefined();
});

test("from nowhere the first is next", () => {
  expect(step("x", "abc", "abc", 1)).toBe("a");
  expect(listPlace("x", listOf("abc"), listOf("abc"))).toBeUndefined();
});

test("one that is gone is followed by what came after it, whatever went with it", () => {
  expect(listPlace("b", listOf("acd"), listOf("abcd"))).toEqual({ index: 1, isGone: true });
  expect(step("b", "acd", "abcd", 1)).toBe("c");
  expect(step("b", "acd", "abcd", -1)).toBe("a");
  expect(step("c", "ae", "abcde", 1)).toBe("e");
  expect(step("c", "ae", "abcde", -1)).toBe("a");
});

test("after the last one there's none, and before it what is left", () => {
  expect(step("c", "ab", "abc", 1)).toBeUndefined();
  expect(step("c", "ab", "abc", -1)).toBe("b");
  expect(step("a", "", "a", 1)).toBeUndefined();
});

test("in another order it has other neighbors", () => {
  expect(step("b", "cba", "abc", 1)).toBe("a");
});
