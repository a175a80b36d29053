import { asText } from "./values";

/** Percent encoding as .NET writes it: small hexadecimal digits, and the characters that stay are letters, digits and -_.!*(). */
function percentEncoded(text: string): string {
  return encodeURIComponent(text.replace(/\p{Cs}/gu, "\ufffd"))
    .replace(/['~]/g, (character) => `%${character.charCodeAt(0).toString(16)}`)
    .replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase());
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch (error) {
    if (error instanceof URIError) {
      return text; // It is not percent-encoded.
    }
    throw error;
  }
}

/** A space becomes `+` in `url_encode`, and `%20` in `url_encode_component`. */
export const urlFunctions: Readonly<Record<string, (args: readonly unknown[]) => unknown>> = {
  url_decode: ([text]) => decoded(asText(text)),
  url_encode: ([text]) => percentEncoded(asText(text)).replaceAll("%20", "+"),
  url_encode_component: ([text]) => percentEncoded(asText(text)),
};
