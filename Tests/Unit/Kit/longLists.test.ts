import { createRandom } from "../../../Extension/ArmEmulator/World/random";
import { cellText } from "../../../Views/Kit/Model/cellText";
import type { CellValue, Column, Filter, Sort } from "../../../Views/Kit/Model/findingsTab";
import { finish, runInSlices, type Sliced } from "../../../Views/Kit/Model/slices";
import { createVisibleItems } from "../../../Views/Kit/Model/visibleItems";

interface Thing {
  readonly id: string;
  readonly name: string;
  readonly size: number | undefined;
  readonly at: Date | undefined;
  readonly level: number;
}

const words = [
  "Apple",
  "apple",
  "APPLE",
  "pear 9",
  "Pear 10",
  "Σίσυφος",
  "ὈΔΥΣΣΕΎΣ",
  "a\u202eb",
  "",
  "İzmir",
  "ß",
  "sse",
];

/** The same things for the same seed. */
function things(count: number, seed: number): readonly Thing[] {
  const random = createRandom(seed);
  return Array.from({ length: count }, (_, index) => ({
    id: String(index),
    name: `${random.pick(words)} ${random.pick(words)}`,
    size: random.oneIn(5) ? undefined : random.pick([Number.NaN, random.whole(50) - 25]),
    at: random.oneIn(4) ? undefined : new Date(random.whole(10_000)),
    level: random.whole(4),
  }));
}

const columns: readonly Column<Thing>[] = [
  { key: "name", label: "Name", value: ({ name }) => name, width: 1 },
  { key: "size", label: "Size", value: ({ size }) => size, width: 1 },
  {
    key: "at",
    label: "At",
    value: ({ at }) => at,
    text: ({ at }) => (at ? `Day ${at.getTime()}` : "—"),
    width: 1,
  },
  {
    key: "level",
    label: "Level",
    value: ({ level }) => `L${level}`,
    rank: ({ level }) => 3 - level,
    width: 1,
  },
];
const filters: readonly Filter<Thing>[] = [
  { key: "level", label: "Level", pinned: true, valuesOf: ({ level }) => [String(level)] },
  { key: "word", label: "Word", pinned: true, valuesOf: ({ name }) => name.split(" ") },
];
const tab = { columns, filters, sort: { column: "level", descending: false } };

interface View {
  readonly search: string;
  readonly filters: Readonly<Record<string, readonly string[]>>;
  readonly sort: Sort | undefined;
}

/** The same, said as plainly as can be: each item by itself, and one stable sort. */
function plainly(items: readonly Thing[], view: View): readonly Thing[] {
  const sought = view.search.toLowerCase().split(/\s+/).filter(Boolean);
  const found = items.filter((item) =>
    sought.every((word) => columns.some((column) => cellText(column, item).toLowerCase().includes(word))),
  );
  const passing = found.filter((item) =>
    filters.every(({ key, valuesOf }) => {
      const values = view.filters[key] ?? [];
      return values.length === 0 || valuesOf(item).some((value) => values.includes(value));
    }),
  );
  const { column: key, descending } = view.sort ?? tab.sort;
  const column = columns.find((one) => one.key === key);
  const isUnknown = (value: CellValue) =>
    value === undefined || (Number.isNaN(Number(value)) && typeof value !== "string");
  const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: "base" });
  const valueOf = (item: Thing) => column?.rank?.(item) ?? column?.value(item);
  return [...passing].sort((left, right) => {
    const [one, other] = [valueOf(left), valueOf(right)];
    if (isUnknown(one) || isUnknown(other)) {
      return Number(isUnknown(one)) - Number(isUnknown(other));
    }
    const order =
      typeof one === "string" && typeof other === "string"
        ? collator.compare(one, other)
        : Number(one) - Number(other);
    return descending ? -order : order;
  });
}

const someChosen: View["filters"] = { level: ["1", "2"], word: ["Apple", "apple", "pear", "Σίσυφος"] };

const views = ["name", "size", "at", "level", "gone"].flatMap((column) =>
  [true, false].flatMap((descending) =>
    ["", "apple", "pear l1", "σίσυφος", "day 12", "SSE 1", "—l1"].map((search, at): View => {
      const filters = at % 2 === 0 ? {} : someChosen;
      return { search, filters, sort: column === "level" ? undefined : { column, descending } };
    }),
  ),
);

test.each([0, 1, 499, 500, 501, 1_600])(
  "%d items are found, filtered, and sorted as by the plainest code, whatever was asked before",
  (count) => {
    const items = things(count, count + 7);
    const visible = createVisibleItems<Thing>();
    for (const view of views) {
      const ids = finish(visible(tab, items, view)).map(({ id }) => id);
      expect(ids).toEqual(plainly(items, view).map(({ id }) => id));
    }
  },
);

function* counting(steps: number, counted: number[]): Sliced<string> {
  for (let step = 0; step < steps; step += 1) {
    counted.push(step);
    yield;
  }
  return "done";
}

test("work in slices is done after the call, and gives the same result", async () => {
  const counted: number[] = [];
  const done = new Promise<string>((resolve) => void runInSlices(counting(3, counted), resolve));
  expect(counted).toEqual([]);
  expect(await done).toBe("done");
  expect(counted).toEqual([0, 1, 2]);
});

test("work that takes longer than a slice lets others come between", async () => {
  const order: string[] = [];
  function* slow(): Sliced<string> {
    for (let step = 0; step < 3; step += 1) {
      const end = performance.now() + 20;
      while (performance.now() < end); // Works.
      order.push("work");
      yield;
    }
    return "done";
  }
  await new Promise((resolve) => {
    runInSlices(slow(), resolve);
    setImmediate(() => order.push("other"));
  });
  expect(order.indexOf("other")).toBeLessThan(order.lastIndexOf("work"));
});

test("stopped work has no result", async () => {
  const counted: number[] = [];
  const stop = runInSlices(counting(3, counted), () => counted.push(-1));
  stop();
  await new Promise((resolve) => runInSlices(counting(3, []), resolve));
  expect(counted).toEqual([]);
});
