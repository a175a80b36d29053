import { kindsOf, type Answer, type Kind } from "./answers";
import { compareShapes, type Difference } from "./compareShapes";
import { createKeyNaming, nameOwnKey } from "./knownNames";
import { knownCode } from "./knownValues";
import { shapeOfAll, type Shape } from "./shape";
import type { SpecificationIssue } from "./shownIssues";

/** What a run found. It is written as it is, and holds nothing that a tenant could be known by. */
export interface LiveReport {
  readonly format: 1;
  /** As `az cloud list` calls it; of a cloud of one's own, `another cloud`. */
  readonly cloud: string;
  /** Worlds of the emulator that it was compared with. */
  readonly worlds: readonly string[];
  readonly calls: readonly CallReport[];
  /** Calls that were not sent, for they are neither a GET nor a query of Resource Graph. */
  readonly notAsked: readonly string[];
  /** Where answers are not as Microsoft's OpenAPI says; `undefined`: there was none to compare with. */
  readonly specification: readonly SpecificationIssue[] | undefined;
}

export interface CallReport {
  readonly call: string;
  readonly method: string;
  readonly apiVersion: string;
  /** Answers by status, with the documented error code of refusals. */
  readonly statuses: Readonly<Record<string, number>>;
  /** How many places of the answers were compared; 0: there was no answer with a status below 300 on one of the sides. */
  readonly places: number;
  readonly headers: readonly HeaderDifference[];
  readonly differences: readonly Difference[];
}

interface HeaderDifference {
  readonly name: string;
  readonly tenant: boolean;
  readonly emulator: boolean;
}

interface ReportInput {
  readonly cloud: string;
  readonly worlds: readonly string[];
  readonly tenant: readonly Answer[];
  readonly emulator: readonly Answer[];
  readonly notAsked: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
  readonly specification?: readonly SpecificationIssue[];
}

const clouds = ["AzureCloud", "AzureUSGovernment"];

export function reportOf(input: ReportInput): LiveReport {
  const { cloud, worlds, notAsked, names, specification } = input;
  const emulated = kindsOf(input.emulator);
  const calls = kindsOf(input.tenant).map((kind) => {
    const own = emulated.find(
      ({ call, method, apiVersion }) =>
        call === kind.call && method === kind.method && apiVersion === kind.apiVersion,
    );
    return callReport(kind, own, names);
  });
  return {
    format: 1,
    cloud: clouds.includes(cloud) ? cloud : "another cloud",
    worlds,
    calls,
    notAsked: [...notAsked].sort(),
    specification,
  };
}

function callReport(kind: Kind, own: Kind | undefined, names: ReadonlySet<string>): CallReport {
  const emulator = shapeOfAll(bodiesOf(own), nameOwnKey);
  const tenant: Shape =
    emulator.size === 0
      ? new Map()
      : shapeOfAll(bodiesOf(kind), createKeyNaming(new Set(emulator.keys()), names));
  const { call, method, apiVersion } = kind;
  const isCompared = tenant.size > 0;
  return {
    call,
    method,
    apiVersion,
    statuses: statusesOf(kind),
    places: tenant.size,
    headers: isCompared ? headersOf(kind, own) : [],
    differences: isCompared ? compareShapes(tenant, emulator) : [],
  };
}

const isGood = ({ response }: Answer) => response.status < 300;

function bodiesOf(kind: Kind | undefined): readonly unknown[] {
  return (kind?.answers ?? []).filter(isGood).map(({ response }) => response.body);
}

function statusesOf({ answers }: Kind): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { response } of answers) {
    const { status, body } = response;
    const name = status < 300 ? String(status) : `${status} ${knownCode(body)}`;
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}

/** Headers that the product reads; no other is looked at. */
const headerNames = [
  "azure-asyncoperation",
  "location",
  "retry-after",
  "x-ms-correlation-request-id",
  "x-ms-ratelimit-remaining-subscription-reads",
  "x-ms-request-id",
  "x-ms-user-quota-remaining",
  "x-ms-user-quota-resets-after",
];

function headersOf(kind: Kind, own: Kind | undefined): readonly HeaderDifference[] {
  const has = (of: Kind | undefined, name: string) =>
    (of?.answers ?? []).filter(isGood).some(({ response }) => hasHeader(response.headers, name));
  return headerNames
    .map((name) => ({ name, tenant: has(kind, name), emulator: has(own, name) }))
    .filter(({ tenant, emulator }) => tenant !== emulator);
}

function hasHeader(headers: Readonly<Record<string, string>>, name: string): boolean {
  return Object.keys(headers).some((one) => one.toLowerCase() === name);
}

/** How many differences there are in all. */
export function differencesIn({ calls, specification = [] }: LiveReport): number {
  const ofCalls = calls.map(({ headers, differences }) => headers.length + differences.length);
  return ofCalls.reduce((sum, count) => sum + count, specification.length);
}
