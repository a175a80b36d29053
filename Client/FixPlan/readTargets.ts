import { failureOf, type Failure } from "../Core/failure";
import type { VulnerabilityService } from "../Vulnerabilities/vulnerabilityService";
import type { FixTarget, TargetCves } from "./fixTargets";

/** How many components one query is about. */
const groupSize = 25;
/** How many queries are asked at a time: other parts of the page have a right to answers too. */
const atOnce = 2;

/** The CVEs of targets, as far as they could be read. */
export interface ReadTargets {
  /** By the target's key. */
  readonly cvesOf: ReadonlyMap<string, TargetCves>;
  /** Why some couldn't be read; the same reason once. */
  readonly failures: readonly Failure[];
}

interface ReadOptions {
  readonly known?: ReadonlyMap<string, TargetCves> | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Reads the CVEs of one component of each target. `known`: what was read before; what is whole of it isn't asked for again. Rejects with
 * `AbortError` when canceled; a failure is part of the result.
 */
export async function readTargets(
  service: Pick<VulnerabilityService, "cvesOf">,
  targets: readonly FixTarget[],
  { known = new Map(), signal }: ReadOptions = {},
): Promise<ReadTargets> {
  const cvesOf = new Map(known);
  const failures = new Map<string, Failure>();
  const waiting = groupsOf(targets.filter(({ key }) => known.get(key)?.isWhole !== true));
  const readNext = async (): Promise<void> => {
    for (let group = waiting.shift(); group !== undefined; group = waiting.shift()) {
      try {
        (await readGroup(service, group, signal)).forEach((cves, key) => cvesOf.set(key, cves));
      } catch (error) {
        signal?.throwIfAborted();
        const failure = failureOf(error);
        failures.set(failure.message, failure);
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, readNext));
  return { cvesOf, failures: [...failures.values()] };
}

/** What couldn't be read may belong to any component of the group, so none of them is known as a whole then. */
async function readGroup(
  service: Pick<VulnerabilityService, "cvesOf">,
  group: readonly FixTarget[],
  signal: AbortSignal | undefined,
): Promise<ReadonlyMap<string, TargetCves>> {
  const firsts = group.flatMap(({ components: [first] }) => first ?? []);
  const { byComponent, unreadable } = await service.cvesOf(firsts, signal);
  return new Map(
    group.flatMap(({ key, components: [first] }) =>
      first ? [[key, { cves: byComponent.get(first.id) ?? [], isWhole: unreadable === 0 }] as const] : [],
    ),
  );
}

function groupsOf(targets: readonly FixTarget[]): (readonly FixTarget[])[] {
  return Array.from({ length: Math.ceil(targets.length / groupSize) }, (_, index) =>
    targets.slice(index * groupSize, (index + 1) * groupSize),
  );
}
