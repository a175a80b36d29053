import { LiveValidator } from "oav/dist/lib/liveValidation/liveValidator";
import { filesOf, type Published, type SpecificationFile } from "./published";
import type { Exchange } from "./traffic";
import { departures, gaps, type Departure, type Gap } from "./knownDifferences";

/** One operation of the OpenAPI, and how often each status was answered. */
export interface Coverage {
  readonly operation: string;
  readonly provider: string;
  /** What the product asks for. */
  readonly version: string;
  /** The version of the OpenAPI that it was compared with, which is another one where that is not at hand. */
  readonly checkedWith: string;
  /** Statuses that the OpenAPI names, besides `default`. */
  readonly declared: readonly string[];
  readonly seen: Map<number, number>;
}

export interface TrafficReport {
  readonly exchanges: number;
  readonly coverage: readonly Coverage[];
  /** What could not be compared, and how often it came up. */
  readonly gaps: ReadonlyMap<Gap, number>;
  readonly departures: ReadonlyMap<Departure, number>;
  /** Each once, in words, with how often it came up. */
  readonly problems: ReadonlyMap<string, number>;
  /** What is wrong with answers, besides known departures, without the validator's words, which quote values. */
  readonly answerIssues: readonly AnswerIssue[];
}

export interface AnswerIssue {
  readonly operation: string;
  readonly status: number;
  /** The validator's. */
  readonly code: string;
  /** Places in the JSON, `/properties/name`. */
  readonly paths: readonly string[];
}

/** Compares calls and answers with Microsoft's OpenAPI, by Microsoft's own validator. */
export async function checkTraffic(
  published: Published,
  exchanges: readonly Exchange[],
): Promise<TrafficReport> {
  const versions = chooseVersions(published, exchanges);
  const validator = await createValidator(
    published,
    [...versions.values()].flatMap(({ files }) => files),
  );
  const tally = createTally();
  for (const exchange of exchanges) {
    const choice = versions.get(versionKey(exchange));
    await checkExchange(validator, exchange, choice, tally);
  }
  return tally;
}

type Tally = {
  exchanges: number;
  readonly coverage: Coverage[];
  readonly gaps: Map<Gap, number>;
  readonly departures: Map<Departure, number>;
  readonly problems: Map<string, number>;
  readonly answerIssues: AnswerIssue[];
};

const createTally = (): Tally => ({
  exchanges: 0,
  coverage: [],
  gaps: new Map(),
  departures: new Map(),
  problems: new Map(),
  answerIssues: [],
});

const count = <K>(counts: Map<K, number>, key: K) => counts.set(key, (counts.get(key) ?? 0) + 1);

/** The files to compare a version with: its own, else those of the newest version at hand. */
interface Choice {
  readonly version: string;
  readonly files: readonly SpecificationFile[];
}

function chooseVersions(published: Published, exchanges: readonly Exchange[]): ReadonlyMap<string, Choice> {
  const choices = new Map<string, Choice>();
  for (const exchange of exchanges) {
    const key = versionKey(exchange);
    if (!choices.has(key)) {
      const [provider = "", asked = ""] = key.split(" ");
      const all = filesOf(published, provider);
      const newest = all
        .map(({ version }) => version)
        .sort()
        .at(-1);
      const version = all.some((file) => file.version === asked) ? asked : newest;
      if (version !== undefined) {
        choices.set(key, { version, files: all.filter((file) => file.version === version) });
      }
    }
  }
  return choices;
}

/** Provider and version of a call. The provider is the last one in the path, whose operation it is. */
function versionKey({ request }: Exchange): string {
  const { pathname, searchParams } = new URL(request.uri);
  const provider = [...pathname.matchAll(/\/providers\/([^/]+)/gi)].at(-1)?.[1] ?? "Microsoft.Resources";
  return `${provider} ${searchParams.get("api-version") ?? ""}`;
}

async function createValidator(
  { specification }: Published,
  files: readonly SpecificationFile[],
): Promise<LiveValidator> {
  const validator = new LiveValidator(
    {
      directory: specification,
      git: { shouldClone: false },
      swaggerPathsPattern: [...new Set(files.map(({ file }) => file))],
    },
    () => undefined, // It would tell of every step.
  );
  await validator.initialize();
  return validator;
}

async function checkExchange(
  validator: LiveValidator,
  exchange: Exchange,
  choice: Choice | undefined,
  tally: Tally,
): Promise<void> {
  tally.exchanges += 1;
  const { request, response, scenario } = exchange;
  const [provider = "", version = ""] = versionKey(exchange).split(" ");
  const url = choice
    ? request.uri.replace(`api-version=${version}`, `api-version=${choice.version}`)
    : request.uri;
  const place = `${request.method} ${placeOf(request.uri)} ${response.status}`;
  const found = choice && validator.getOperationInfo({ url, method: request.method });
  const operation = found?.info.operationMatch?.operation;
  if (!choice || !found || found.error !== undefined || !operation) {
    const gap = gaps.find(({ calls }) => calls.test(`${request.method} ${placeOf(request.uri)}`));
    if (gap) {
      count(tally.gaps, gap);
    } else {
      count(tally.problems, `${place}: no operation of the OpenAPI, and no known gap`);
    }
    return;
  }
  const { operationId } = found.info;
  const covered =
    tally.coverage.find((one) => one.operation === operationId && one.version === version) ??
    addCoverage(tally, {
      operation: operationId,
      provider,
      version,
      checkedWith: choice.version,
      declared: Object.keys(operation.responses).filter((status) => status !== "default"),
      seen: new Map(),
    });
  count(covered.seen, response.status);
  for (const issue of await issuesOf(validator, url, exchange)) {
    const line = `${operationId} ${response.status} ${issue.text}`;
    const departure = departures.find(({ lines }) => lines.test(`${scenario} ${line}`));
    if (departure) {
      count(tally.departures, departure);
    } else {
      count(tally.problems, line);
      if (issue.side === "answer") {
        const { code, paths } = issue;
        tally.answerIssues.push({ operation: operationId, status: response.status, code, paths });
      }
    }
  }
}

function addCoverage({ coverage }: Tally, added: Coverage): Coverage {
  coverage.push(added);
  return added;
}

/** A path without the names in it. */
function placeOf(uri: string): string {
  const { pathname } = new URL(uri);
  const [, provider] = /^.*\/providers\/(.+)$/i.exec(pathname) ?? [];
  const segments = (provider ?? pathname.slice(1)).split("/");
  const isType = (at: number) => (provider === undefined ? at % 2 === 0 : at === 0 || at % 2 === 1);
  return segments.filter((_, at) => isType(at)).join("/");
}

type Json = Record<string, unknown>;

interface Issue {
  readonly side: "request" | "answer";
  readonly code: string;
  readonly paths: readonly string[];
  /** With what the validator says, which may quote values. */
  readonly text: string;
}

async function issuesOf(
  validator: LiveValidator,
  url: string,
  { request, response }: Exchange,
): Promise<readonly Issue[]> {
  const json = { "content-type": "application/json" };
  const { requestValidationResult: asked, responseValidationResult: answered } =
    await validator.validateLiveRequestResponse({
      liveRequest: {
        url,
        method: request.method,
        headers: { ...json, ...request.headers },
        // What the validator takes for a body is any JSON.
        ...(request.body === undefined ? {} : { body: request.body as Json }),
      },
      liveResponse: {
        statusCode: String(response.status),
        headers: { ...json, ...response.headers },
        ...(response.body === undefined ? {} : { body: response.body as Json }),
      },
    });
  return (["request", "answer"] as const).flatMap((side) => {
    const { errors, runtimeException } = side === "request" ? asked : answered;
    return [
      ...(runtimeException
        ? [{ side, code: "NOT_VALIDATED", paths: [], text: `${side}: ${runtimeException.message}` }]
        : []),
      ...errors.map(({ code, message, pathsInPayload: paths }) => ({
        side,
        code,
        paths,
        text: `${side}: ${code} ${message} ${pathsOf(paths)}`,
      })),
    ];
  });
}

/** Places in the JSON without numbers, so that the same difference in many items is one. */
function pathsOf(paths: readonly string[]): string {
  return [...new Set(paths.map((one) => one.replace(/\/\d+/g, "/*")))].join(", ");
}
