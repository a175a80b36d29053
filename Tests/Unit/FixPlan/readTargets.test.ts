import { CanceledError, FailureError } from "../../../Client/Core/failure";
import { fixTargets } from "../../../Client/FixPlan/fixTargets";
import { readTargets } from "../../../Client/FixPlan/readTargets";
import type { CvesOfComponents, VulnerableComponent } from "../../../Client/Vulnerabilities/vulnerability";
import { aComponent, aVulnerability } from "../../Support/findings";

const cve = aVulnerability("CVE-2026-0001");

/** Sixty images, the first in two containers. */
const targets = fixTargets([
  ...Array.from({ length: 60 }, (_, index) => aComponent(`c${index}`)),
  aComponent("again", { place: aComponent("c0").place }),
]);

function service(answer: (components: readonly VulnerableComponent[]) => Promise<CvesOfComponents>) {
  const asked: number[] = [];
  let [running, most] = [0, 0];
  return {
    asked,
    most: () => most,
    async cvesOf(components: readonly VulnerableComponent[]) {
      asked.push(components.length);
      running += 1;
      most = Math.max(most, running);
      await Promise.resolve();
      running -= 1;
      return answer(components);
    },
  };
}

const all = (components: readonly VulnerableComponent[]): Promise<CvesOfComponents> =>
  Promise.resolve({ byComponent: new Map(components.map(({ id }) => [id, [cve]])), unreadable: 0 });

test("one container of each image is asked, in groups of 25, two at a time", async () => {
  const vulnerabilities = service(all);
  const { cvesOf, failures } = await readTargets(vulnerabilities, targets);
  expect(vulnerabilities.asked).toEqual([25, 25, 10]);
  expect(vulnerabilities.most()).toBe(2);
  expect(cvesOf.size).toBe(60);
  expect([...cvesOf.values()].every(({ cves, isWhole }) => isWhole && cves[0] === cve)).toBe(true);
  expect(failures).toEqual([]);
});

test("a group that fails leaves out its targets and says why, once; the others are read", async () => {
  const failure = { kind: "throttled", message: "Too many requests." } as const;
  const { cvesOf, failures } = await readTargets(
    service((components) =>
      components.length === 25 ? Promise.reject(new FailureError(failure)) : all(components),
    ),
    targets,
  );
  expect(cvesOf.size).toBe(10);
  expect(failures).toEqual([failure]);
});

test("a part that can't be read may be of any component of its group, so none of them is whole", async () => {
  const { cvesOf } = await readTargets(
    service(async (components) => ({
      ...(await all(components)),
      unreadable: components.length === 10 ? 1 : 0,
    })),
    targets,
  );
  expect([...cvesOf.values()].filter(({ isWhole }) => !isWhole)).toHaveLength(10);
});

test("what was read as a whole before isn't asked for again", async () => {
  const known = new Map(
    targets.slice(0, 50).map(({ key }, index) => [key, { cves: [cve], isWhole: index !== 0 }] as const),
  );
  const vulnerabilities = service(all);
  const { cvesOf } = await readTargets(vulnerabilities, targets, { known });
  expect(vulnerabilities.asked).toEqual([11]);
  expect(cvesOf.size).toBe(60);
  expect([...cvesOf.values()].every(({ isWhole }) => isWhole)).toBe(true);
});

test("canceled isn't failed", async () => {
  const canceling = new AbortController();
  const reading = readTargets(
    service(() => {
      canceling.abort(new CanceledError());
      return Promise.reject(new CanceledError());
    }),
    targets,
    { signal: canceling.signal },
  );
  await expect(reading).rejects.toThrow(CanceledError);
});
