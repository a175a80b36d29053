import { isRestError, type RestError } from "@azure/core-rest-pipeline";
import {
  isCanceled,
  FailureError,
  failureOf,
  type Failure,
  type FailureDetail,
  type FailureKind,
} from "../../Core/failure";
import { challengeOf } from "../../Core/claimsChallenge";
import { hostProblemHeader } from "../../Core/host";
import { format } from "../../Core/format";
import { isRecord, textOf, type JsonRecord } from "../../Core/json";
import { Messages } from "./Messages.resjson";
import { bodyOf, requestIdIn } from "./responseBody";
import { timeoutCode } from "./timeoutPolicy";
import { requestedWait } from "./waiting";

/** Runs one service call; everything it throws becomes a {@link FailureError}, except that a canceled call stays canceled. */
export async function asService<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (error instanceof FailureError || isCanceled(error)) {
      throw error;
    }
    throw new FailureError(failureFrom(error));
  }
}

/** What went wrong in an SDK call. */
export function failureFrom(error: unknown): Failure {
  if (!isRestError(error)) {
    return failureOf(error);
  }
  if (error.code === "REQUEST_SEND_ERROR") {
    return { kind: "offline", message: Messages.noAnswer, code: error.code };
  }
  if (error.code === timeoutCode) {
    return { kind: "offline", message: error.message, code: error.code };
  }
  return failureFromAnswer(error);
}

function failureFromAnswer(error: RestError): Failure {
  const body = errorBody(error);
  const envelope = body && isRecord(body.error) ? body.error : body;
  const code = textOf(envelope?.code) ?? textOf(error.code);
  const said = textOf(envelope?.message) ?? messageOf(error);
  const signIn = signInWanted(error);
  return {
    kind: kindOf(error.statusCode),
    message: signIn === undefined ? said : `${signIn} ${said}`,
    ...sessionOf(error, signIn),
    ...optional("code", code),
    ...optional("details", detailsIn(envelope)),
    ...optional("missingAction", error.statusCode === 403 ? actionIn(said) : undefined),
    ...optional("retryAfterSeconds", retryAfterSeconds(error)),
    ...optional("requestId", error.response && requestIdIn(error.response.headers)),
  };
}

/**
 * What to say of a 401 besides what ARM says: the portal has signed the user in, and offers views no way to ask for a token with claims
 * (facts: portal-sdk.md, 1.1). `undefined` for anything else, and where the host has said what to do.
 */
function signInWanted({ statusCode, response }: RestError): Messages | undefined {
  if (statusCode !== 401 || response?.headers.get(hostProblemHeader) !== undefined) {
    return undefined;
  }
  const { kind } = challengeOf(response?.headers.get("www-authenticate"));
  return kind === "none" ? Messages.sessionExpired : Messages.claimsWanted;
}

function sessionOf({ statusCode }: RestError, signIn: Messages | undefined): Partial<Failure> {
  return {
    ...optional("needsSignIn", signIn === undefined ? undefined : true),
    ...optional("isSignedOut", statusCode === 401 ? true : undefined),
  };
}

/** The envelope as ARM sent it: the SDK clients keep it in different places and the newer ones lose its message. */
function errorBody({ response }: RestError): JsonRecord | undefined {
  try {
    const body = response && bodyOf(response);
    return isRecord(body) ? body : undefined;
  } catch {
    return undefined;
  }
}

/** core-client says nothing of a status that the call never has. */
function messageOf({ message, statusCode }: RestError): string {
  return message || format(Messages.unexpectedAnswer, `HTTP ${statusCode ?? ""}`.trim());
}

function detailsIn(envelope: JsonRecord | undefined): readonly FailureDetail[] | undefined {
  const list: readonly unknown[] = Array.isArray(envelope?.details) ? envelope.details : [];
  const details = list.filter(isRecord).flatMap(({ code, message }) => {
    const named = textOf(code);
    return named === undefined ? [] : [{ code: named, message: textOf(message) ?? "" }];
  });
  return details.length === 0 ? undefined : details;
}

function kindOf(status: number | undefined): FailureKind {
  switch (status) {
    case 400:
    case 422:
      return "invalid";
    case 403:
      return "forbidden";
    case 404:
      return "notFound";
    case 409:
    case 412:
      return "conflict";
    case 429:
      return "throttled";
    default:
      return "unexpected";
  }
}

/**
 * ARM names the action in the message of `AuthorizationFailed` and nowhere else. `LinkedAuthorizationFailed` names two: first
 * one that the caller may do, then the one that is missing at a resource which the request names.
 */
function actionIn(message: string): string | undefined {
  return /not have (?:authorization|permission) to perform action(?:\(s\))? '([^']+)'/i.exec(message)?.[1];
}

function retryAfterSeconds(error: RestError): number | undefined {
  const wait = error.response && requestedWait(error.response.headers, Date.now());
  return wait === undefined || error.statusCode !== 429 ? undefined : Math.ceil(wait / 1000);
}

function optional<K extends keyof Failure>(key: K, value: Failure[K] | undefined): Partial<Failure> {
  return value === undefined ? {} : { [key]: value };
}
