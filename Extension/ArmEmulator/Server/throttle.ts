import { ArmError, type ArmRequest } from "./arm";

interface Bucket {
  readonly matches: (request: ArmRequest) => boolean;
  readonly size: number;
  readonly perSecond: number;
  /** Headers that tell how much is left. */
  readonly headers: (left: number, secondsUntilFull: number) => Readonly<Record<string, string>>;
}

const isResourceGraph = ({ path }: ArmRequest) =>
  /^\/providers\/microsoft\.resourcegraph\/resources$/i.test(path);

/** ARM's and Resource Graph's quotas as documented in 2026: reads 250 and 25 more a second; 15 queries in 5 seconds. */
const buckets: readonly Bucket[] = [
  {
    matches: isResourceGraph,
    size: 15,
    perSecond: 3,
    headers: (left, seconds) => ({
      "x-ms-user-quota-remaining": String(left),
      "x-ms-user-quota-resets-after": `00:00:${String(Math.min(5, seconds)).padStart(2, "0")}`,
    }),
  },
  {
    matches: (request) => request.method === "GET",
    size: 250,
    perSecond: 25,
    headers: (left) => ({ "x-ms-ratelimit-remaining-subscription-reads": String(left) }),
  },
  {
    matches: (request) => request.method === "DELETE",
    size: 200,
    perSecond: 10,
    headers: (left) => ({ "x-ms-ratelimit-remaining-subscription-deletes": String(left) }),
  },
  {
    matches: (request) => !isResourceGraph(request),
    size: 200,
    perSecond: 10,
    headers: (left) => ({ "x-ms-ratelimit-remaining-subscription-writes": String(left) }),
  },
];

/** Takes one token per request and tells what is left; throws 429 when nothing is. */
export function createThrottle(): (request: ArmRequest, now: Date) => Readonly<Record<string, string>> {
  const levels = new Map<Bucket, { left: number; at: number }>();
  return (request, now) => {
    const bucket = buckets.find(({ matches }) => matches(request));
    if (!bucket) {
      return {};
    }
    const { size, perSecond, headers } = bucket;
    const level = levels.get(bucket) ?? { left: size, at: now.getTime() };
    const refilled = Math.min(size, level.left + ((now.getTime() - level.at) / 1000) * perSecond);
    levels.set(bucket, { left: Math.max(0, refilled - 1), at: now.getTime() });
    const untilFull = Math.ceil((size - refilled + 1) / perSecond);
    if (refilled < 1) {
      const retry = { "retry-after": String(Math.max(1, Math.ceil((1 - refilled) / perSecond))) };
      throw new ArmError(
        429,
        isResourceGraph(request) ? "RateLimiting" : "TooManyRequests",
        "Too many requests. Please wait and try again.",
        {
          headers: { ...headers(0, untilFull), ...retry },
        },
      );
    }
    return headers(Math.floor(refilled - 1), untilFull);
  };
}
