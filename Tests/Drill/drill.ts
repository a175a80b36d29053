import { FailureError, type Failure, type FailureKind } from "../../Client/Core/failure";
import { faultNames, type FaultName } from "../../Extension/ArmEmulator/Server/namedFaults";
import { faultsOfReads } from "../../Extension/LocalPortal/Shell/faultSources";
import type { DrillPage } from "./drillPage";
import { reads, type Read } from "./reads";
import type { Write } from "./writes";

/** What became of one source under one fault. */
export interface Verdict {
  readonly source: string;
  readonly fault: FaultName;
  /** What the page would say; `undefined`: the call succeeded. */
  readonly failure: Failure | undefined;
  /** Tries of the calls that the fault hit. */
  readonly tries: number;
  /** What is wrong with that; empty: nothing. */
  readonly problems: readonly string[];
}

/** Faults that are none for a reader: the answer is right. */
const harmless: readonly FaultName[] = ["clockSkew"];
const pageFaults: readonly FaultName[] = ["lostPage", "repeatedPage"];

/** What a failure has to be, by what the service did. */
const kinds: Readonly<Partial<Record<FaultName, FailureKind>>> = {
  forbidden: "forbidden",
  notFound: "notFound",
  conflict: "conflict",
  preconditionFailed: "conflict",
  throttled: "throttled",
  throttledFor2s: "throttled",
  timeout: "offline",
};
/** Answers of ARM, which name their request. */
const named: readonly FaultName[] = [
  "forbidden",
  "notFound",
  "conflict",
  "preconditionFailed",
  "throttled",
  "throttledFor2s",
  "serverError",
  "unavailable",
  "sessionExpired",
  "html",
  "truncatedJson",
  "emptyBody",
  "wrongShape",
  "lostPage",
  "repeatedPage",
];
/** Of a read; `retryPolicy.ts` has the bound. */
const mostTries = 4;
/** Of a fix that another change of the cluster overtakes; `armQuickFixService.ts` has the bound. */
const mostFixes = 5;
const fixes: readonly string[] = ["cluster", "logs"];

/** Sources that don't have further pages: a page link means nothing to them. */
const unpaged: readonly string[] = ["plan", "CSPM", "cluster", "logs", "settings"];

const saysNothing: readonly string[] = ["node image", "removed owner", "removed plan"];

/** Where an answer is none of the faults it looks like, and why. */
function isMeant(source: string, fault: FaultName): boolean {
  return (
    harmless.includes(fault) ||
    (pageFaults.includes(fault) && unpaged.includes(source)) ||
    // "Started already" (AKS' 200 of upgradeNodeImageVersion) and "removed" need no body.
    (saysNothing.includes(source) && (fault === "emptyBody" || fault === "wrongShape")) ||
    // A subscription that never had a plan for cloud posture has no such pricing (postureFromWire.ts).
    (source === "CSPM" && fault === "notFound")
  );
}

export const readFaults = faultNames;
/** A lost page or a wrong clock is nothing to a write. */
export const writeFaults = faultNames.filter((name) => !faultsOfReads.includes(name));

/** Reads under the fault, meanwhile another source that has none, and once more without the fault. */
export async function drillRead(
  page: DrillPage,
  read: Read,
  fault: FaultName,
  other = neighborOf(read),
): Promise<Verdict> {
  const services = page.reload(secondsUnder(fault));
  const { commandNames, source } = read;
  await page.switchTo([{ fault, commandNames }]);
  const { failure, tries } = await underFault(page, commandNames, () => read.read(services));
  const again = fault === "timeout" ? page.reload() : services;
  const others = await outcomeOf(() => other.read(again));
  await page.switchTo([]);
  const most = mostTries * commandNames.length + (pageFaults.includes(fault) ? 1 : 0);
  const problems = isMeant(source, fault)
    ? failure
      ? [`fails: ${failure.message}`]
      : []
    : problemsOf(fault, failure, tries, most);
  const recovered = await outcomeOf(() => read.read(again));
  return {
    source,
    fault,
    failure,
    tries,
    problems: [
      ...problems,
      ...(others ? [`${other.source} fails too: ${others.message}`] : []),
      ...(recovered ? [`doesn't recover: ${recovered.message}`] : []),
    ],
  };
}

/** The next source of the table, so that each is read beside a failing one. */
function neighborOf(read: Read): Read {
  return reads[(reads.indexOf(read) + 1) % reads.length] ?? read;
}

/** Writes under the fault. What may have been carried out must not be sent again. */
export async function drillWrite(page: DrillPage, write: Write, fault: FaultName): Promise<Verdict> {
  const { commandNames, source } = write;
  const act = await write.prepare(page.reload(secondsUnder(fault, 5)), page.emulator.clusterId);
  await page.switchTo([{ fault, commandNames }]);
  const { failure, tries } = await underFault(page, commandNames, act);
  await page.switchTo([]);
  const problems = isMeant(source, fault) ? [] : problemsOf(fault, failure, tries, mostWrites(source, fault));
  return { source, fault, failure, tries, problems };
}

/** Only what was certainly not carried out may be sent again: 429, and 412 once the cluster was read anew. */
function mostWrites(source: string, fault: FaultName): number {
  if (fault === "throttled" || fault === "throttledFor2s") {
    return Infinity;
  }
  return fixes.includes(source) && fault === "preconditionFailed" ? mostFixes : 1;
}

/** A try that never ends is given up soon; all others have their time. */
function secondsUnder(fault: FaultName, seconds = 0.5): number | undefined {
  return fault === "timeout" ? seconds : undefined;
}

async function underFault(page: DrillPage, commandNames: readonly string[], act: () => Promise<unknown>) {
  page.calls.splice(0);
  const failure = await outcomeOf(act);
  return {
    failure,
    tries: page.calls.filter(({ commandName }) => commandNames.includes(commandName)).length,
  };
}

/** How a call fails; `undefined` when it succeeds. Rejects for what isn't a failure of a service. */
async function outcomeOf(act: () => Promise<unknown>): Promise<Failure | undefined> {
  try {
    await act();
    return undefined;
  } catch (error) {
    if (error instanceof FailureError) {
      return error.failure;
    }
    throw error;
  }
}

/** What our side finds by itself has no request: a cluster that has changed since it was read. */
function isOwn({ code }: Failure): boolean {
  return code === "ClusterChanged";
}

function problemsOf(
  fault: FaultName,
  failure: Failure | undefined,
  tries: number,
  most: number,
): readonly string[] {
  if (!failure) {
    return ["looks like a success"];
  }
  const kind = kinds[fault];
  return [
    ...(kind !== undefined && failure.kind !== kind ? [`is ${failure.kind}, not ${kind}`] : []),
    ...(failure.message.trim() === "" ? ["says nothing"] : []),
    ...(named.includes(fault) && failure.requestId === undefined && !isOwn(failure)
      ? ["doesn't name its request"]
      : []),
    ...(fault === "forbidden" && failure.missingAction === undefined ? ["doesn't name the permission"] : []),
    ...(tries > most ? [`was sent ${tries} times`] : []),
  ];
}
