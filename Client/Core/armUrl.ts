import { isArmId, isIdSegment } from "./armNames";
import { FailureError } from "./failure";
import { format } from "./format";
import { Ids } from "./Ids.resjson";
import { visibleText } from "./visibleText";

/** Where the SDK clients believe they send everything; hosts route from there. Public cloud. */
export const armOrigin = "https://management.azure.com";

declare const isChecked: unique symbol;

/** Path of a URL of ARM: every part of it was checked and encoded. Only {@link armPath} makes one. */
export type ArmPath = string & { readonly [isChecked]: true };

export interface ArmAddress {
  readonly path: ArmPath;
  readonly apiVersion: string;
  /** OData; values in it come from `odataLiteral`. */
  readonly filter?: string;
  /** How many values are asked for at most; absent: all. */
  readonly top?: number;
}

/**
 * The only way in which a value may enter a URL. At the start it is a whole ARM id; anywhere else it is one part of the path:
 *
 *     armPath`${cluster.id}/providers/Microsoft.Security/pricings/${plan}`
 *
 * Throws {@link FailureError} for what is no id, or cannot be one part: then nothing is sent.
 */
export function armPath(texts: TemplateStringsArray, ...values: readonly string[]): ArmPath {
  const parts = values.map((value, index) => {
    const isId = index === 0 && texts[0] === "";
    return isId ? encodedId(value) : encodedSegment(value);
  });
  return String.raw({ raw: texts }, ...parts) as ArmPath; // Here it is made.
}

export function armUrl(address: ArmAddress): string {
  return `${armOrigin}${armTarget(address)}`;
}

/** The address without its origin, for what knows its cloud by itself. */
export function armTarget({ path, apiVersion, filter, top }: ArmAddress): string {
  const more = filter === undefined ? "" : `&$filter=${encodeURIComponent(filter)}`;
  const most = top === undefined ? "" : `&$top=${top}`;
  return `${path}?api-version=${encodeURIComponent(apiVersion)}${more}${most}`;
}

function encodedId(id: string): string {
  if (!isArmId(id)) {
    throw invalid(Ids.notAnId, id);
  }
  return id.split("/").map(encodeURIComponent).join("/");
}

function encodedSegment(name: string): string {
  if (!isIdSegment(name)) {
    throw invalid(Ids.notAName, name);
  }
  return encodeURIComponent(name);
}

/** The text, for calls of the SDK's clients, which encode it themselves. Throws {@link FailureError} as {@link armPath} does. */
export function armSegment(name: string): string {
  encodedSegment(name);
  return name;
}

function invalid(message: Ids, text: string): FailureError {
  return new FailureError({ kind: "invalid", message: format(message, visibleText(text, 200)) });
}
