import { createAccessLog } from "../../../Extension/ArmEmulator/Server/accessLog";

const request = (path: string) => ({ method: "GET", path, status: 200 });

test("requests are listed in the order in which they came, whichever is answered first", () => {
  const log = createAccessLog();
  const [first, second, third] = [log.arrive(), log.arrive(), log.arrive()];
  third(request("/3"));
  first(request("/1"));
  second(request("/2"));
  expect(log.requests.map(({ path }) => path)).toEqual(["/1", "/2", "/3"]);
});

test("a request that came before the log was cleared is listed when it is answered", () => {
  const log = createAccessLog();
  const slow = log.arrive();
  log.arrive()(request("/quick"));
  log.clear();
  expect(log.requests).toEqual([]);
  slow(request("/slow"));
  expect(log.requests.map(({ path }) => path)).toEqual(["/slow"]);
});
