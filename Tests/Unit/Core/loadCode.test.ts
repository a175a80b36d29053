import { failureOf } from "../../../Client/Core/failure";
import { loadCode, loadedOnUse } from "../../../Client/Core/loadCode";

interface Counter {
  add(number: number): Promise<number>;
  fail(): Promise<never>;
}

function counter(): Counter {
  let sum = 0;
  return {
    add: (number) => Promise.resolve((sum += number)),
    fail: () => Promise.reject(new Error("too much")),
  };
}

test("code that can't be loaded is a failure in words, and may be there the next time", async () => {
  const answers = [() => Promise.reject(new Error("Loading chunk 7 failed.")), () => Promise.resolve("code")];
  const load = () => loadCode(() => answers.shift()?.() ?? Promise.resolve("other"));
  await expect(load().catch(failureOf)).resolves.toMatchObject({
    kind: "offline",
    message: expect.stringContaining("couldn't be loaded") as string,
  });
  await expect(load()).resolves.toBe("code");
});

test("a service is made when it is first asked, once", async () => {
  let made = 0;
  const service = loadedOnUse(() => {
    made += 1;
    return Promise.resolve(counter());
  });
  expect(made).toBe(0);
  expect(await Promise.all([service.add(1), service.add(2)])).toEqual([1, 3]);
  expect(await service.add(3)).toBe(6);
  expect(made).toBe(1);
});

test("what a service itself fails with stays", async () => {
  const service = loadedOnUse(() => Promise.resolve(counter()));
  await expect(service.fail()).rejects.toThrow("too much");
});

test("a service whose code wasn't loaded is loaded again by the next question", async () => {
  const loads = [() => Promise.reject(new Error("offline")), () => Promise.resolve(counter())];
  const service = loadedOnUse<Counter>(() => loads.shift()?.() ?? Promise.reject(new Error("too often")));
  await expect(service.add(1).catch(failureOf)).resolves.toMatchObject({ kind: "offline" });
  expect(await service.add(1)).toBe(1);
});

test("a service may be what a promise resolves to", async () => {
  const service = loadedOnUse(() => Promise.resolve(counter()));
  const resolved = await Promise.resolve(service);
  expect(await resolved.add(2)).toBe(2);
});
