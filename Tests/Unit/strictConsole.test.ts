import { StrictConsole } from "../Support/strictConsole";

const messagesOf = (errors: readonly unknown[]) => errors.map((error) => (error as Error).message);

/** A console that is watched, and what a run holds against its tests and its file. */
function aRun() {
  const said: unknown[] = [];
  const say = (...args: unknown[]): void => void said.push(args);
  const console = { error: say, warn: say };
  const strict = new StrictConsole();
  strict.watch(console);
  const state: { readonly unhandledErrors: unknown[] } = { unhandledErrors: [] };
  const test: { readonly errors: unknown[] } = { errors: [] };
  return { console, strict, state, test, said };
}

test("errors and warnings fail the test that they belong to, in words and once", async () => {
  const { console, strict, state, test, said } = aRun();
  console.error("Warning: %s", "no key");
  console.warn(new TypeError("soft"));
  await strict.handle({ name: "test_done", test }, state);
  expect(messagesOf(test.errors)).toEqual([
    "console.error was called: Warning: no key",
    expect.stringContaining("console.warn was called: TypeError: soft"),
  ]);
  await strict.handle({ name: "run_finish" }, state);
  expect(state.unhandledErrors).toEqual([]);
  expect(said).toEqual([]);
  strict.end();
});

test("what is logged between two tests fails the file, not the second test", async () => {
  const { console, strict, state, test } = aRun();
  console.error("late");
  await strict.handle({ name: "test_start", test }, state);
  await strict.handle({ name: "test_done", test }, state);
  expect(test.errors).toEqual([]);
  expect(messagesOf(state.unhandledErrors)).toEqual(["console.error was called: late"]);
});

test("what a timer logs after the last test fails the file", async () => {
  const { console, strict, state, test } = aRun();
  await strict.handle({ name: "test_done", test }, state);
  setImmediate(() => console.warn("after the end"));
  await strict.handle({ name: "run_finish" }, state);
  expect(messagesOf(state.unhandledErrors)).toEqual(["console.warn was called: after the end"]);
});

test("what is logged while the environment is taken away fails the file", async () => {
  const { console, strict, state } = aRun();
  await strict.handle({ name: "run_finish" }, state);
  console.error("on leaving");
  expect(() => strict.end()).toThrow("console.error was called: on leaving");
});

const gone = "Warning: Can't perform a React state update on an unmounted component.";

test("an answer for a component that the same batch took away is none; any other update of such a component is", async () => {
  const { console, strict, state, test } = aRun();
  const by = (caller: string) => ({ [caller]: () => console.error(gone) })[caller]?.();
  by("notifyManager, use-sync-external-store");
  by("notifyManager");
  await strict.handle({ name: "test_done", test }, state);
  expect(messagesOf(test.errors)).toEqual([`console.error was called: ${gone}`]);
});
