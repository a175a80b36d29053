import { QueryClientProvider, type QueryClient } from "@tanstack/react-query";
import { act, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { FailureError } from "../../../Client/Core/failure";
import { createQueries } from "../../../Extension/Portal/queries";
import { ConfirmProvider } from "../../../Views/Kit/Controls/useConfirm";
import { BulkStatus } from "../../../Views/Kit/Operations/BulkStatus";
import { failedIn, type Operation, type Run } from "../../../Views/Kit/Operations/operation";
import { OperationsProvider, useOperation } from "../../../Views/Kit/Operations/useOperations";
import { DashboardDependenciesProvider } from "../../../Views/Kit/Session/dashboardContext";
import { permissionsKey } from "../../../Views/Kit/Session/permissionsQuery";
import { aCluster } from "../../Support/aCluster";
import { fakeHost } from "../../Support/fakeHost";
import { fakeServices } from "../../Support/fakeServices";
import { clusterId } from "../../Support/findings";

type Letters = Operation<readonly string[], string, string, string>;

/** Calls that end only when the test says so, with every call noted. */
function service() {
  const calls: string[] = [];
  const ends = new Map<string, { resolve: (value: string) => void; reject: (error: unknown) => void }>();
  const ended = (end: () => void) => act(() => Promise.resolve(end()));
  return {
    calls,
    write: (item: string) =>
      new Promise<string>((resolve, reject) => {
        calls.push(item);
        ends.set(item, { resolve, reject });
      }),
    done: (item: string) => ended(() => ends.get(item)?.resolve(item.toUpperCase())),
    fail: (item: string) =>
      ended(() => ends.get(item)?.reject(new FailureError({ kind: "conflict", message: `No ${item}.` }))),
  };
}

/** A page with a button that starts the operation on the letters, and may be taken away. */
function page(over: Partial<Letters> & Pick<Letters, "run">, input: readonly string[] = ["a", "b", "c"]) {
  const host = fakeHost();
  const queries = createQueries();
  const ends: Run<readonly string[], string, string, string>[] = [];
  const letters: Letters = {
    items: (all) => all,
    title: (items) => `Write ${items.length} letters`,
    titleOf: (item) => `Letter ${item}`,
    begins: () => "In progress",
    concurrency: 2,
    ...over,
  };
  function Start() {
    const { start } = useOperation(letters);
    return (
      <button onClick={() => start("letters", input, { onEnd: (run) => void ends.push(run) })}>Start</button>
    );
  }
  const view = (hasButton: boolean) => (
    <QueryClientProvider client={queries}>
      <DashboardDependenciesProvider value={{ cluster: aCluster(clusterId), host, services: fakeServices() }}>
        <ConfirmProvider>
          <OperationsProvider>
            {hasButton && <Start />}
            <BulkStatus tab="letters" />
          </OperationsProvider>
        </ConfirmProvider>
      </DashboardDependenciesProvider>
    </QueryClientProvider>
  );
  const { rerender, unmount } = render(view(true));
  return {
    host,
    queries,
    ends,
    press: (name: string) => userEvent.click(screen.getByRole("button", { name })),
    takeButtonAway: () => rerender(view(false)),
    close: unmount,
  };
}

test("so many at once as it says; each item has its own outcome, and one notification tells of all", async () => {
  const { calls, write, done, fail } = service();
  const { press, host, ends } = page({ run: write });
  await press("Start");
  expect(calls).toEqual(["a", "b"]);
  await fail("b");
  expect(calls).toEqual(["a", "b", "c"]);
  expect(await screen.findByText("Write 3 letters: 1 of 3")).toBeInTheDocument();
  await done("c");
  await done("a");
  expect(ends.map(({ outcomes }) => outcomes.map(({ item, result }) => `${item} ${result}`))).toEqual([
    ["a done", "b failed", "c done"],
  ]);
  expect(host.notices).toEqual([
    {
      notice: { title: "Write 3 letters", description: "Updated 2 of 3. 1 failed. Letter b: No b." },
      end: "warning",
    },
  ]);
});

test("a second press while it runs sends nothing", async () => {
  const { calls, write, done } = service();
  const { press, host } = page({ run: write }, ["a"]);
  const button = screen.getByRole("button", { name: "Start" });
  act(() => {
    button.click();
    button.click();
  });
  await press("Start");
  expect(calls).toEqual(["a"]);
  await done("a");
  expect(host.notices).toHaveLength(1);
});

test("cancel: what is under way comes to its end and stays done, the rest is not sent", async () => {
  const { calls, write, done } = service();
  const { press, ends } = page({ run: write });
  await press("Start");
  await press("Cancel");
  await done("a");
  await done("b");
  expect(calls).toEqual(["a", "b"]);
  expect(ends[0]?.outcomes.map(({ result }) => result)).toEqual(["done", "done", "notSent"]);
});

test("retry is about what failed and nothing else, and knows how it failed", async () => {
  const { calls, write, done, fail } = service();
  const before: unknown[] = [];
  const { press, host, ends } = page({
    run(item, context) {
      before.push(context.before?.result);
      return write(item);
    },
  });
  await press("Start");
  await fail("a");
  await done("b");
  await done("c");
  await press("Retry (1)");
  expect(calls).toEqual(["a", "b", "c", "a"]);
  expect(before).toEqual([undefined, undefined, undefined, "failed"]);
  await done("a");
  expect(ends.map(({ title }) => title)).toEqual(["Write 3 letters", "Write 1 letters"]);
  expect(host.notices.map(({ end }) => end)).toEqual(["warning", "success"]);
});

test("nothing is written again by itself: not after a failure without an answer, not when the browser is online again", async () => {
  const { calls, write, fail } = service();
  const { press } = page({ run: write }, ["a"]);
  await press("Start");
  await fail("a");
  act(() => void window.dispatchEvent(new Event("online")));
  expect(calls).toEqual(["a"]);
});

test("offline as the browser may believe itself to be, it is sent at once and fails, or does not", async () => {
  const { calls, write, done } = service();
  const { press, host } = page({ run: write }, ["a"]);
  act(() => void window.dispatchEvent(new Event("offline")));
  await press("Start");
  expect(calls).toEqual(["a"]);
  await done("a");
  expect(host.notices.map(({ end }) => end)).toEqual(["success"]);
});

test("it goes on when what started it is gone", async () => {
  const { calls, write, done } = service();
  const { press, takeButtonAway, host, ends } = page({ run: write });
  await press("Start");
  takeButtonAway();
  await done("a");
  await done("b");
  await done("c");
  expect(calls).toEqual(["a", "b", "c"]);
  expect([ends.length, host.notices[0]?.end]).toEqual([1, "success"]);
});

test("when the page closes, what is not sent stays unsent and what watches stops; the notification says so", async () => {
  const { calls, write, done } = service();
  let watching: AbortSignal | undefined;
  const { press, close, host, ends } = page({
    run(item, { signal }) {
      watching = signal;
      return write(item);
    },
  });
  await press("Start");
  close();
  expect(watching?.aborted).toBe(true);
  await done("a");
  await done("b");
  expect(calls).toEqual(["a", "b"]);
  expect(host.notices.map(({ notice }) => notice.description)).toEqual(["Updated 2 of 3. 1 not sent."]);
  expect(ends).toEqual([]);
});

test("progress is told in the notification as it comes", async () => {
  const { write, done } = service();
  let tell: ((text: string) => void) | undefined;
  const { press, host } = page(
    {
      progressText: (text) => `So far: ${text}`,
      run(item, context) {
        ({ tell } = context);
        return write(item);
      },
    },
    ["a"],
  );
  await press("Start");
  expect(host.notices[0]?.notice.description).toBe("In progress");
  act(() => tell?.("half"));
  expect(host.notices[0]?.notice.description).toBe("So far: half");
  await done("a");
  expect(host.notices).toHaveLength(1);
});

test.each(["done", "fail"] as const)(
  "what it changed is read again at its end (%s), not before",
  async (end) => {
    const api = service();
    const { press, queries, host } = page(
      { run: api.write, outdated: () => [{ queryKey: ["letters"] }], isFeltElsewhere: true },
      ["a"],
    );
    queries.setQueryData(["letters"], 1);
    queries.setQueryData(["digits"], 1);
    const isOutdated = (key: string) => queries.getQueryState([key])?.isInvalidated;
    await press("Start");
    expect([isOutdated("letters"), host.announced()]).toEqual([false, 0]);
    await api[end]("a");
    await waitFor(() => expect(isOutdated("letters")).toBe(true));
    expect([isOutdated("digits"), host.announced()]).toEqual([false, 1]);
  },
);

test("what is done is shown before it is read again, and what failed is not", async () => {
  const { write, done, fail } = service();
  const shown: string[] = [];
  const { press, ends } = page({ run: write, overlay: (items) => void shown.push(...items) });
  await press("Start");
  await done("a");
  await waitFor(() => expect(shown).toEqual(["a"]));
  await fail("b");
  await done("c");
  expect([shown, ends.length]).toEqual([["a", "c"], 1]);
});

test("what should be agreed to is asked first, and nothing is sent without a yes", async () => {
  const { calls, write } = service();
  const question = () => ({ title: "Write them?", text: "They stay.", yes: "Write" });
  const { press } = page({ run: write, question }, ["a"]);
  await press("Start");
  expect(screen.getByRole("dialog", { name: "Write them?" })).toHaveTextContent("They stay.");
  await press("Cancel");
  expect(calls).toEqual([]);
  await press("Start");
  await press("Write");
  expect(calls).toEqual(["a"]);
});

describe("rights", () => {
  const scope = aCluster(clusterId).resourceGroupId;
  const needed = (letter: string) => [{ action: `Letters/${letter}/write`, scope }];
  const rights = (all: readonly string[]) => all.map(needed);
  const hold = (queries: QueryClient, ...actions: string[]) =>
    queries.setQueryData([permissionsKey, scope], [{ actions, notActions: [] }]);

  test("without any of them nothing is sent, and the missing one is named", async () => {
    const { calls, write } = service();
    const { press, queries, ends } = page({ run: write, rights });
    hold(queries, "Letters/*/read");
    await press("Start");
    await waitFor(() => expect(ends).toHaveLength(1));
    expect(calls).toEqual([]);
    expect(failedIn(ends[0])?.failure).toMatchObject({
      kind: "forbidden",
      message: "You need the permission Letters/a/write.",
    });
  });

  test("with those for some of it the service decides about the rest", async () => {
    const { calls, write } = service();
    const { press, queries } = page({ run: write, rights });
    hold(queries, "Letters/b/write");
    await press("Start");
    expect(calls).toEqual(["a", "b"]);
  });

  test("all of those that one thing takes are needed", async () => {
    const { calls, write } = service();
    const { press, queries, ends } = page({ run: write, rights: () => [[...needed("a"), ...needed("b")]] });
    hold(queries, "Letters/a/write");
    await press("Start");
    await waitFor(() => expect(ends).toHaveLength(1));
    expect(calls).toEqual([]);
  });

  test("unknown ones are not waited for: the service decides", async () => {
    const { calls, write } = service();
    const { press } = page({ run: write, rights });
    await press("Start");
    expect(calls).toEqual(["a", "b"]);
  });

  test("once something was forbidden they are read again, so that a new role counts", async () => {
    const { calls, write } = service();
    const { press, queries, ends } = page({ run: write, rights }, ["a"]);
    hold(queries);
    await press("Start");
    await waitFor(() => expect(ends).toHaveLength(1));
    expect(queries.getQueryState([permissionsKey, scope])?.isInvalidated).toBe(true);
    hold(queries, "Letters/*");
    await press("Retry (1)");
    expect(calls).toEqual(["a"]);
  });
});

test("a part has no notification of its own, and is not run while it runs already", async () => {
  const { calls, write, done } = service();
  const part: Letters = {
    items: (all) => all,
    title: () => "A part",
    begins: () => "",
    run: write,
  };
  const results: unknown[] = [];
  const { press, host } = page(
    {
      async run(item, { runPart }) {
        const run = await runPart(part, "part", [`${item}1`]);
        results.push(run?.outcomes);
        return item;
      },
    },
    ["a", "b"],
  );
  await press("Start");
  expect([calls, results]).toEqual([["a1"], [undefined]]);
  await done("a1");
  expect(results).toEqual([undefined, [{ item: "a1", result: "done", value: "A1" }]]);
  expect(host.notices.map(({ notice }) => notice.title)).toEqual(["Write 2 letters"]);
});

describe("what the page itself gets wrong", () => {
  const broken = (): never => {
    throw new Error("The page broke.");
  };

  test.each<readonly [string, Partial<Letters>]>([
    ["what it says at the end", { end: broken }],
    ["what it shows of what is done", { overlay: broken }],
    ["what it says meanwhile", { progressText: broken }],
    ["what it says first", { begins: broken }],
  ])("%s: the run ends as failed, with the cause, and can be started again", async (_, over) => {
    const { calls, write, done } = service();
    const { press, host, ends } = page(
      {
        ...over,
        run(item, { tell }) {
          tell("half");
          return write(item);
        },
      },
      ["a"],
    );
    await press("Start");
    await done("a");
    expect(await screen.findByText(/Updated 1 of 1\. The page broke\./)).toBeInTheDocument();
    expect(screen.queryByRole("button", { name: "Cancel" })).not.toBeInTheDocument();
    // What was written isn't written again.
    expect(screen.queryByRole("button", { name: /^Retry/ })).not.toBeInTheDocument();
    expect(ends.map(({ fault }) => fault?.failure.message)).toEqual(["The page broke."]);
    expect(host.notices.map(({ notice, end }) => [notice.description, end])).toEqual([
      ["The page broke.", "error"],
    ]);
    await press("Start");
    expect(calls).toEqual(["a", "a"]);
    await done("a");
  });

  test("who waits for its end: it has ended, and the cause is on the page", async () => {
    const { write, done } = service();
    const { press, host, ends } = page({ run: write }, ["a"]);
    ends.push = broken;
    await press("Start");
    await done("a");
    expect(await screen.findByText(/Updated 1 of 1\. The page broke\./)).toBeInTheDocument();
    expect(host.notices).toHaveLength(1);
  });
});
