import { createPrivateKey, randomUUID, X509Certificate } from "node:crypto";
import { lstat, mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import path from "node:path";
import { generate } from "selfsigned";
import { format } from "../../../Client/Core/format";
import { CommandLineError } from "../../CommandLine/commandLine";
import { Sideload } from "./Sideload.resjson";

/** A certificate for this machine's own name and its key, in PEM. */
export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

/** Name of the certificate in trust stores. */
export const certificateName = "AKS Security Dashboard (localhost)";

const day = 24 * 60 * 60_000;
const daysGood = 365;
/** A certificate that ends sooner is replaced. */
const daysLeft = 7;

/**
 * Makes a certificate for localhost and 127.0.0.1 that signs itself. It isn't an authority: a stolen key can impersonate only this
 * machine's localhost.
 */
export async function createCertificate(now: Date): Promise<Certificate> {
  const { private: key, cert } = await generate([{ name: "commonName", value: certificateName }], {
    keyType: "ec",
    algorithm: "sha256",
    notBeforeDate: new Date(now.getTime() - day),
    notAfterDate: new Date(now.getTime() + daysGood * day),
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
  return { key, cert };
}

/** The user's own folder for what can be made again, by the custom of the platform. */
export function cacheFolder(
  platform: NodeJS.Platform = process.platform,
  env: NodeJS.ProcessEnv = process.env,
): string {
  const caches: Partial<Record<NodeJS.Platform, string>> = {
    darwin: path.join(homedir(), "Library", "Caches"),
    win32: env.LOCALAPPDATA ?? path.join(homedir(), "AppData", "Local"),
  };
  return path.join(
    caches[platform] ?? (env.XDG_CACHE_HOME || path.join(homedir(), ".cache")),
    "aks-security-dashboard",
  );
}

export interface KeptCertificate extends Certificate {
  /** File of the certificate alone, which trust stores are given. */
  readonly certFile: string;
  readonly isNew: boolean;
}

/**
 * The certificate of the folder; a new one where there is none, or it is not what {@link createCertificate} makes, or it does not fit
 * its key, or it ends within a week, or others could have written or read it. Throws {@link CommandLineError} for a folder that
 * others may write: whatever is put there could be exchanged before it is trusted.
 */
export async function keptCertificate(folder: string, now: Date): Promise<KeptCertificate> {
  const certFile = path.join(folder, "localhost.crt");
  const keyFile = path.join(folder, "localhost.key");
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if (!(await isPrivate(folder, "directory"))) {
    throw new CommandLineError(format(Sideload.folderOpen, folder));
  }
  const kept = await read(certFile, keyFile);
  if (kept && isGood(kept, now)) {
    return { ...kept, certFile, isNew: false };
  }
  const made = await createCertificate(now);
  await writePrivately(keyFile, made.key);
  await writePrivately(certFile, made.cert);
  return { ...made, certFile, isNew: true };
}

/** Readable for its owner from its first moment, and never half written. */
async function writePrivately(file: string, text: string): Promise<void> {
  const draft = `${file}.${randomUUID()}`;
  await writeFile(draft, text, { mode: 0o600, flag: "wx" });
  await rename(draft, file);
}

async function read(certFile: string, keyFile: string): Promise<Certificate | undefined> {
  const files = [certFile, keyFile];
  const arePrivate = await Promise.all(files.map((file) => isPrivate(file, "file")));
  if (arePrivate.includes(false)) {
    return undefined;
  }
  try {
    const [cert, key] = await Promise.all([readFile(certFile, "utf8"), readFile(keyFile, "utf8")]);
    return { cert, key };
  } catch {
    return undefined; // Gone meanwhile, or not ours to read: a new one is made.
  }
}

/**
 * Whether something is there, no link, this user's, and neither readable nor writable by others; a folder may be read by them. Windows
 * has no such modes: there the user's own profile keeps others out.
 */
async function isPrivate(file: string, kind: "file" | "directory"): Promise<boolean> {
  try {
    const found = await lstat(file);
    const isKind = kind === "file" ? found.isFile() : found.isDirectory();
    const isOurs = process.getuid === undefined || found.uid === process.getuid();
    const others = kind === "file" ? 0o077 : 0o022;
    return isKind && isOurs && (process.platform === "win32" || (found.mode & others) === 0);
  } catch {
    return false; // None yet.
  }
}

const names = "DNS:localhost, IP Address:127.0.0.1";

/** As {@link createCertificate} makes them: of itself, for localhost, for servers, no authority. */
function isGood({ cert, key }: Certificate, now: Date): boolean {
  try {
    const certificate = new X509Certificate(cert);
    const left = Date.parse(certificate.validTo) - now.getTime();
    return (
      left > daysLeft * day &&
      !certificate.ca &&
      certificate.subject === `CN=${certificateName}` &&
      certificate.subjectAltName === names &&
      certificate.keyUsage.join() === serverAuthentication &&
      certificate.verify(certificate.publicKey) &&
      certificate.checkPrivateKey(createPrivateKey(key))
    );
  } catch {
    return false; // Not a certificate any more.
  }
}

/** The only purpose (RFC 5280 §4.2.1.12); Node lists those of the extended key usage. */
const serverAuthentication = "1.3.6.1.5.5.7.3.1";
