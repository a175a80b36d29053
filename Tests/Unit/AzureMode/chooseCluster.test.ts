import { PassThrough } from "node:stream";
import { chooseCluster } from "../../../Extension/LocalPortal/AzureMode/chooseCluster";
import { clusterLines, clustersWith, worstText } from "../../../Extension/LocalPortal/AzureMode/clusterLines";
import { clustersOf, type ListedCluster } from "../../../Extension/LocalPortal/AzureMode/listClusters";
import type { ArmAnswer } from "../../../Extension/LocalPortal/AzureMode/armTransport";

const cluster = (name: string, more: Partial<ListedCluster> = {}): ListedCluster => ({
  id: `/subscriptions/s/resourceGroups/shop/providers/Microsoft.ContainerService/managedClusters/${name}`,
  name,
  resourceGroup: "shop",
  subscription: "Contoso",
  subscriptionId: "s",
  tenant: "Contoso",
  worst: { state: "found", level: "High", kinds: ["alerts", "misconfigurations"] },
  ...more,
});

const three = [
  cluster("alpha"),
  cluster("beta", { resourceGroup: "bank", worst: { state: "unknown" } }),
  cluster("gamma", { worst: { state: "nothingOpen" } }),
];

describe("the lines of the list", () => {
  test("are columns: what isn't known, and what couldn't be read, never looks like nothing", () => {
    const failed = cluster("delta", { worst: { state: "failed" } });
    const { heading, lines } = clusterLines([...three, failed]);
    expect([heading, ...lines]).toEqual([
      "Name   Resource group  Subscription  Worst open findings",
      "alpha  shop            Contoso       High alerts and misconfigurations",
      "beta   bank            Contoso       Not reported",
      "gamma  shop            Contoso       None found",
      "delta  shop            Contoso       Couldn't be read",
    ]);
  });

  test("name the tenant if there are several, and keep what others wrote from the terminal", () => {
    const { heading, lines } = clusterLines([cluster("a\u001b[2Jb"), cluster("c", { tenant: "Fabrikam" })]);
    expect(heading).toContain("Tenant");
    expect(lines[0]).toContain("a\\u{1b}[2Jb");
    expect(lines[1]).toContain("Fabrikam");
  });

  test.each([
    ["", ["alpha", "beta", "gamma"]],
    ["BANK", ["beta"]],
    ["high contoso", ["alpha"]],
    ["not reported", ["beta"]],
    ["nothing like it", []],
  ])("are found by the words %j", (term, names) => {
    expect(clustersWith(term, three).map(({ name }) => name)).toEqual(names);
  });
});

interface Keys {
  readonly chosen: ListedCluster | undefined;
  readonly shown: string;
  /** Whether the terminal gave out keys one by one, as it was asked each time. */
  readonly raw: readonly boolean[];
}

/** Keys that are typed in a terminal, each once the screen has `after` in it. */
async function type(
  clusters: readonly ListedCluster[],
  keys: readonly (readonly [after: string, key: string])[],
): Promise<Keys> {
  const raw: boolean[] = [];
  const input = Object.assign(new PassThrough(), { isTTY: true, setRawMode: (on: boolean) => raw.push(on) });
  const output = Object.assign(new PassThrough(), { isTTY: true, rows: 24, columns: 120 });
  let shown = "";
  let seen = 0;
  const waiting = [...keys];
  output.on("data", (part) => {
    shown += String(part);
    const [next] = waiting;
    if (next && shown.slice(seen).includes(next[0])) {
      waiting.shift();
      seen = shown.length;
      setImmediate(() => input.write(next[1]));
    }
  });
  const chosen = await chooseCluster(clusters, { input, output });
  return { chosen, shown, raw };
}

const down = "\u001b[B";

test("arrows choose", async () => {
  const { chosen } = await type(three, [
    ["gamma", down],
    ["beta", "\r"],
  ]);
  expect(chosen?.name).toBe("beta");
});

test("typing narrows the list down, and Enter takes what is left", async () => {
  const { chosen, shown } = await type(three, [
    ["gamma", "none"],
    ["None found", "\r"],
  ]);
  expect(chosen?.name).toBe("gamma");
  expect(shown).toContain("Worst open findings");
});

test("Ctrl+C chooses nothing and gives the terminal back", async () => {
  const { chosen, shown, raw } = await type(three, [["gamma", "\u0003"]]);
  expect(chosen).toBeUndefined();
  expect(raw.at(-1)).toBe(false);
  expect(shown.lastIndexOf("\u001b[?25h")).toBeGreaterThan(shown.lastIndexOf("\u001b[?25l"));
});

test("a pipe is asked for a number, and its end is no choice", async () => {
  const ask = (typed: string) => {
    const input = new PassThrough();
    input.end(typed);
    return chooseCluster(three, { input, output: new PassThrough() });
  };
  expect((await ask("0\nx\n2\n"))?.name).toBe("beta");
  expect(await ask("")).toBeUndefined();
});

describe("findings that can't be read", () => {
  const rows = [{ id: three[0]?.id, name: "alpha", resourceGroup: "shop", subscriptionId: "s" }];
  const good: ArmAnswer = { status: 200, headers: {}, content: { data: rows } };
  const tenant = { id: "t", name: "Contoso" };
  const listWith = (findings: () => Promise<ArmAnswer>, late?: AbortSignal) =>
    clustersOf(
      {
        read: ({ content }) =>
          JSON.stringify(content).includes("securityresources") ? findings() : Promise.resolve(good),
      },
      tenant,
      late,
    );
  const refusal = {
    status: 429,
    headers: {},
    content: { error: { code: "RateLimiting", message: "Slow." } },
  };

  test.each<[string, ArmAnswer, RegExp]>([
    ["refused", refusal, /levels aren't known\. Azure answered 429: RateLimiting: Slow\.$/],
    [
      "a page of a proxy",
      { status: 200, headers: {}, content: "<html>" },
      /levels aren't known\. Azure answered 200/,
    ],
    [
      "the same page for ever",
      { status: 200, headers: {}, content: { data: [], $skipToken: "again" } },
      /levels aren't known\. .*same page/,
    ],
  ])("%s: the list is there and says so", async (_, answer, says) => {
    const { clusters, gaps } = await listWith(() => Promise.resolve(answer));
    expect(clusters.map(worstText)).toEqual(["Couldn't be read"]);
    expect(gaps).toEqual([expect.stringMatching(says)]);
  });

  test("not in time", async () => {
    const { clusters, gaps } = await listWith(
      () => Promise.reject(new DOMException("Aborted", "AbortError")),
      AbortSignal.abort(),
    );
    expect(clusters.map(worstText)).toEqual(["Couldn't be read"]);
    expect(gaps).toEqual([expect.stringMatching(/didn't answer within 15 s/)]);
  });

  test("read, without a row for the cluster: nothing is known of it", async () => {
    const { clusters, gaps } = await listWith(() => Promise.resolve({ ...good, content: { data: [] } }));
    expect([clusters.map(worstText), gaps]).toEqual([["Not reported"], []]);
  });

  test("something is open whose level isn't given", async () => {
    const row = {
      id: rows[0]?.id,
      alertRank: 9,
      vulnerabilityRank: 9,
      configurationRank: 9,
      open: 1,
      assessed: 4,
    };
    const { clusters } = await listWith(() => Promise.resolve({ ...good, content: { data: [row] } }));
    expect(clusters.map(worstText)).toEqual(["Not reported"]);
  });

  test("the list itself refused", async () => {
    const list = clustersOf({ read: () => Promise.resolve(refusal) }, tenant);
    await expect(list).rejects.toThrow("Azure answered 429: RateLimiting: Slow.");
  });
});
