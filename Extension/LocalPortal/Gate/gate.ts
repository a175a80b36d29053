import { format } from "../../../Client/Core/format";
import { recordOf, textOf } from "../../../Client/Core/json";
import type { WireRequest } from "../../PortalSdk/portalHost";
import { terminalLine } from "../../CommandLine/terminalText";
import { allowedReads, allowedWrites, type AllowedOperation } from "./allowedOperations";
import { publicArm, readArmPath, type ArmPath } from "./armPath";
import { Refusals } from "./Refusals.resjson";
import { strangeChanges } from "./changesAsFixesDo";
import { createBodyChecks, type CheckBody } from "./checkBody";
import { boundNames, compileCall, type BoundCluster } from "./compileCall";

/** A call that may be sent. */
export interface Passed {
  readonly allowed: true;
  /** In capitals. */
  readonly method: string;
  readonly target: ArmPath;
  /** For a write that depends on what is there: asks for that, and resolves to why the write may not be sent after all. */
  readonly confirm?: (read: ReadResource) => Promise<Refused | undefined>;
}

/** A call that may not be sent. */
export interface Refused {
  readonly allowed: false;
  /** Of the answer. 412: as ARM answers to `If-Match`, so that the page reads again; else 403. */
  readonly status: 403 | 412;
  readonly code: string;
  readonly message: string;
}

/** GET of a path and query at ARM. */
type ReadResource = (target: string) => Promise<{ readonly status: number; readonly content: unknown }>;

export interface GateOptions {
  /** Origin of ARM in the cloud that is called; links of its answers name it. */
  readonly arm: string;
  /** The one that the local portal was started for. */
  readonly cluster: BoundCluster;
  readonly isReadOnly: boolean;
}

export type Gate = (request: GatedRequest) => Passed | Refused;

type GatedRequest = Pick<WireRequest, "httpMethod" | "url" | "content" | "requestHeaderDictionary">;

/** Decides on a call, and asks what its decision depends on. Rejects when that got no answer. */
export async function admit(
  gate: Gate,
  request: GatedRequest,
  read: ReadResource,
): Promise<Passed | Refused> {
  const passage = gate(request);
  const refused = passage.allowed ? await passage.confirm?.(read) : undefined;
  return refused ?? passage;
}

interface Rule {
  readonly pattern: RegExp;
  readonly checkBody: CheckBody;
  readonly before: AllowedOperation["before"];
}

/** Decides on each call of the page: only ARM, only what the product does, and for its own cluster only if it changes anything. */
export function createGate({ arm, cluster, isReadOnly }: GateOptions): Gate {
  const bound = boundNames(cluster);
  const bodyChecks = createBodyChecks({
    cluster: cluster.clusterId,
    subscription: cluster.subscriptionId,
  });
  const compile = ({ call, body, before }: AllowedOperation): Rule => ({
    pattern: compileCall(call, bound),
    checkBody: bodyChecks(body),
    before,
  });
  const reads = allowedReads.map(compile);
  const writes = allowedWrites.map(compile);
  const elsewhere = allowedWrites.map(({ call }) => compileCall(call, new Map()));
  return ({ httpMethod, url, content, requestHeaderDictionary }) => {
    const method = httpMethod.toUpperCase();
    const target = readArmPath(url, [publicArm, arm]);
    if (!target) {
      return refuse("InvalidRequestUri", Refusals.badUrl, url.slice(0, 200), arm);
    }
    const call = `${method} ${decodeURIComponent(target.path)}`;
    const isCall = ({ pattern }: Rule) => pattern.test(call);
    const read = reads.find(isCall);
    const rule = read ?? writes.find(isCall);
    if (!rule) {
      const isElsewhere = elsewhere.some((pattern) => pattern.test(call));
      return isElsewhere
        ? refuse("OtherResource", Refusals.otherResource, method, target.path)
        : refuse("OperationNotAllowed", Refusals.notAllowed, method, target.path);
    }
    const refusedWrite = read ? undefined : refusalOfWrite(method, target, isReadOnly);
    if (refusedWrite) {
      return refusedWrite;
    }
    const problem = rule.checkBody(content);
    if (problem !== undefined) {
      return refuse("InvalidRequestContent", Refusals.badBody, method, target.path, problem);
    }
    const passed = { allowed: true, method, target } as const;
    return rule.before
      ? {
          ...passed,
          confirm: confirmationOf(rule.before, target, content, ifMatchOf(requestHeaderDictionary)),
        }
      : passed;
  };
}

/** Of writes. A second version could be the one that ARM goes by. */
const plainQuery = /^\?api-version=\d{4}-\d{2}-\d{2}(?:-preview)?$/;

/** Why no write of this address may be sent; `undefined`: its body decides. */
function refusalOfWrite(method: string, { path, query }: ArmPath, isReadOnly: boolean): Refused | undefined {
  if (isReadOnly) {
    return refuse("ReadOnly", Refusals.readOnly, method, path);
  }
  return plainQuery.test(query)
    ? undefined
    : refuse("InvalidRequestUri", Refusals.badQuery, method, path, query);
}

function confirmationOf(
  before: NonNullable<AllowedOperation["before"]>,
  { path, query }: ArmPath,
  content: unknown,
  ifMatch: string | undefined,
): NonNullable<Passed["confirm"]> {
  return async (read) => {
    const { status, content: live } = await read(`${path}${query}`);
    if (before === "isMissing") {
      return status === 404 ? undefined : refuse("AlreadyThere", Refusals.alreadyThere, path);
    }
    if (ifMatch !== undefined && status === 200 && (etagOf(live) ?? ifMatch) !== ifMatch) {
      return { ...refuse("PreconditionFailed", Refusals.changedSince, path), status: 412 };
    }
    const changes = status === 200 ? strangeChanges(live, content) : [Refusals.unreadable];
    return changes.length === 0
      ? undefined
      : refuse("OtherChange", Refusals.otherChange, path, changes.slice(0, 5).join(", "));
  };
}

/** What the page wrote into a call is shown to a person, in a terminal too. */
function refuse(code: string, message: string, ...values: readonly string[]): Refused {
  return { allowed: false, status: 403, code, message: format(message, ...values.map(terminalLine)) };
}

function ifMatchOf(headers: WireRequest["requestHeaderDictionary"]): string | undefined {
  const found = Object.entries(headers ?? {}).find(([name]) => name.toLowerCase() === "if-match");
  return found?.[1].join(", ");
}

/** Where AKS has it, or may move it to. */
function etagOf(live: unknown): string | undefined {
  const record = recordOf(live);
  return textOf(record.eTag) ?? textOf(recordOf(record.properties).eTag);
}
