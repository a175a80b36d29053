import { asBool, asDate, asNumber, asText, asWhole } from "./values";

/** The value as one of a type; null where it cannot be one. */
export function convert(value: unknown, type: string): unknown {
  switch (type) {
    case "string":
      return asText(value);
    case "long":
    case "int":
      return asWhole(value);
    case "real":
      return asNumber(value);
    case "bool":
      return asBool(value);
    case "datetime":
      return asDate(value);
    default:
      return value;
  }
}
