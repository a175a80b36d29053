import { createHash, X509Certificate } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
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
 * The certificate in a folder, made where there is none, or none that lasts. Only its owner can read the key. It is good for
 * `localhost` and 127.0.0.1 and signs no others: whoever trusts it trusts this server alone.
 */
export async function localCertificate(folder: string, now: Date): Promise<Certificate> {
  const file = path.join(folder, "localhost.pem");
  const keyFile = path.join(folder, "localhost.key");
  if (!isUsable(file, keyFile, now)) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const { cert, private: key } = await generate([{ name: "commonName", value: "localhost" }], {
      keySize: 2048,
      algorithm: "sha256",
      notBeforeDate: new Date(now.getTime() - day),
      notAfterDate: new Date(now.getTime() + validDays * day),
      extensions: [
        { name: "basicConstraints", cA: false, critical: true },
        { name: "keyUsage", digitalSignature: true, keyEncipherment: true, critical: true },
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
    writeFileSync(keyFile, key, { mode: 0o600 });
    chmodSync(keyFile, 0o600); // The mode above counts only for a new file.
    writeFileSync(file, cert);
  }
  return { cert: readFileSync(file, "utf8"), key: readFileSync(keyFile, "utf8"), file };
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
    const { validFrom, validTo } = new X509Certificate(readFileSync(file));
    const end = Date.parse(validTo);
    return Date.parse(validFrom) <= now.getTime() && end - now.getTime() >= leastDays * day;
  } catch {
    return false; // It is no certificate.
  }
}
