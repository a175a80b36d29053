import { createHash, createPrivateKey, randomUUID, X509Certificate } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { generate } from "selfsigned";

/** A certificate for `localhost`, and its key, both PEM. */
export interface Certificate {
  readonly cert: string;
  readonly key: string;
  /** Where the certificate is, for whoever has it trusted. */
  readonly file: string;
}

const day = 86_400_000;
const validDays = 365;
/** One that expires sooner is made anew. */
const leastDays = 14;

/** Where programs of this user keep what they can make again: outside of the repository. */
export function cacheFolder(
  platform: NodeJS.Platform,
  environment: Readonly<Record<string, string | undefined>>,
  home: string,
): string {
  const base =
    platform === "win32"
      ? (environment.LOCALAPPDATA ?? path.join(home, "AppData", "Local"))
      : platform === "darwin"
        ? path.join(home, "Library", "Caches")
        : environment.XDG_CACHE_HOME || path.join(home, ".cache");
  return path.join(base, "aks-security-dashboard");
}

/**
 * A certificate for `localhost` and 127.0.0.1 that signs no others: whoever trusts it trusts this server alone, and whoever
 * steals its key can be nobody else.
 */
export async function createCertificate(now: Date): Promise<Pick<Certificate, "cert" | "key">> {
  const { cert, private: key } = await generate([{ name: "commonName", value: "localhost" }], {
    keyType: "ec",
    algorithm: "sha256",
    notBeforeDate: new Date(now.getTime() - day),
    notAfterDate: new Date(now.getTime() + validDays * day),
    extensions: [
      { name: "basicConstraints", cA: false, critical: true },
      { name: "keyUsage", digitalSignature: true, critical: true },
      { name: "extKeyUsage", serverAuth: true },
      {
        name: "subjectAltName",
        altNames: [
          { type: 2, value: "localhost" },
          { type: 7, ip: "127.0.0.1" },
        ],
      },
    ],
  });
  return { cert, key };
}

/** The certificate in a folder, made where there is none, or none that lasts. Only its owner can read it and its key. */
export async function localCertificate(folder: string, now: Date): Promise<Certificate> {
  const file = path.join(folder, "localhost.pem");
  const keyFile = path.join(folder, "localhost.key");
  if (!isUsable(file, keyFile, now)) {
    const { cert, key } = await createCertificate(now);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writePrivately(keyFile, key);
    writePrivately(file, cert);
  }
  return { cert: readFileSync(file, "utf8"), key: readFileSync(keyFile, "utf8"), file };
}

/** Its owner's from the first moment, and never half written. */
function writePrivately(file: string, text: string): void {
  const draft = `${file}.${randomUUID()}`;
  writeFileSync(draft, text, { mode: 0o600, flag: "wx" });
  renameSync(draft, file);
}

/** For Chromium's `--ignore-certificate-errors-spki-list`, which trusts this key and no other. */
export function publicKeyHash(cert: string): string {
  const spki = new X509Certificate(cert).publicKey.export({ type: "spki", format: "der" });
  return createHash("sha256").update(spki).digest("base64");
}

function isUsable(file: string, keyFile: string, now: Date): boolean {
  if (!existsSync(file) || !existsSync(keyFile)) {
    return false;
  }
  try {
    const certificate = new X509Certificate(readFileSync(file));
    const left = Date.parse(certificate.validTo) - now.getTime();
    return left >= leastDays * day && certificate.checkPrivateKey(createPrivateKey(readFileSync(keyFile)));
  } catch {
    return false; // No certificate, or no key.
  }
}
