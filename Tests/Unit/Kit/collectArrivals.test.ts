import { collectArrivals } from "../../../Views/Kit/Operations/collectArrivals";

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

const collect = () => {
  const handed: (readonly number[])[] = [];
  return { handed, ...collectArrivals<number>((items) => handed.push(items)) };
};

test("what arrives in one turn is handed over together, in its order", () => {
  const { handed, add } = collect();
  [3, 1, 2].forEach(add);
  expect(handed).toEqual([]);
  jest.runAllTimers();
  expect(handed).toEqual([[3, 1, 2]]);
});

test("what arrives later is handed over by itself", () => {
  const { handed, add } = collect();
  add(1);
  jest.runAllTimers();
  add(2);
  jest.runAllTimers();
  expect(handed).toEqual([[1], [2]]);
});

test("a flush hands over at once, nothing twice, and nothing where there is nothing", () => {
  const { handed, add, flush } = collect();
  flush();
  add(1);
  flush();
  jest.runAllTimers();
  flush();
  expect(handed).toEqual([[1]]);
});
