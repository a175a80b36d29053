import { createPublicKey, generateKeyPairSync, sign, type KeyObject } from "node:crypto";

/** Signs tokens with a key of its own (RS256), and tells the public half of it. */
export interface TokenSigner {
  readonly publicKey: KeyObject;
  /** JSON Web Key Set (RFC 7517). */
  readonly keySet: { readonly keys: readonly object[] };
  sign(claims: object): string;
}

const keyId = "emulator";

export function createTokenSigner(): TokenSigner {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const publicKey = createPublicKey(privateKey);
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  return {
    publicKey,
    keySet: { keys: [{ ...publicKey.export({ format: "jwk" }), use: "sig", alg: "RS256", kid: keyId }] },
    sign(claims) {
      const text = `${part({ alg: "RS256", typ: "JWT", kid: keyId })}.${part(claims)}`;
      return `${text}.${sign("RSA-SHA256", Buffer.from(text), privateKey).toString("base64url")}`;
    },
  };
}
