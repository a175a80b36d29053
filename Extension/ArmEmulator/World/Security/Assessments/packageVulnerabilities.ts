import { createHash } from "node:crypto";
import type { CatalogPackage } from "./packageFamilies";
import { createRandom, type Random } from "../../random";

/** A vulnerability of a package, as one element of `CvesDetails`. */
export type CveDetails = Readonly<Record<string, unknown>> & {
  readonly CveId: string;
  readonly Severity: string;
  readonly FixedVersion: string;
};

const levels = ["Critical", "High", "Medium", "Low"] as const;
const severities = ["Critical", "High", "High", "Medium", "Medium", "Medium", "Low", "Low"] as const;
/** Where in {@link severities} those of one package begin: few packages have the worst. */
const beginnings = [0, 1, 1, 3, 3, 3, 3, 6] as const;
const vectors: Readonly<Record<string, string>> = {
  Critical: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H",
  High: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N",
  Medium: "CVSS:3.1/AV:L/AC:L/PR:L/UI:N/S:U/C:L/I:L/A:L",
  Low: "CVSS:3.1/AV:L/AC:H/PR:H/UI:R/S:U/C:L/I:N/A:N",
};
const scores: Readonly<Record<string, number>> = { Critical: 9.8, High: 7.5, Medium: 5.3, Low: 1.8 };
const day = 86_400_000;

/** The highest score of some vulnerabilities as assessments have it, a text; `undefined`: none is scored. */
export function highestScore(cves: readonly CveDetails[]): string | undefined {
  const scores = cves.flatMap((cve) => ratingOf(cve)?.score ?? []);
  return scores.length === 0 ? undefined : Math.max(...scores).toFixed(1);
}

/** The only rating of a vulnerability; `undefined`: it has none. */
export function ratingOf({
  Cvss,
}: CveDetails): { readonly score: number; readonly vector: string } | undefined {
  const [rating] = Cvss as readonly {
    readonly Value: { readonly Base: number; readonly CvssVectorString: string };
  }[]; // As generated.
  return rating && { score: rating.Value.Base, vector: rating.Value.CvssVectorString };
}

/** The worst severity that one of some vulnerabilities has; Low where none is rated. */
export function worstSeverity(cves: readonly CveDetails[]): string {
  return levels.find((level) => cves.some(({ Severity }) => Severity === level)) ?? "Low";
}

const cache = new Map<string, readonly CveDetails[]>();
const jsonCache = new Map<string, string>();

/** The vulnerabilities of a package as the service writes them: JSON in a string, the same one wherever the package is. */
export function vulnerabilitiesJson(catalogPackage: CatalogPackage): string {
  const key = keyOf(catalogPackage);
  const text = jsonCache.get(key) ?? JSON.stringify(vulnerabilitiesOf(catalogPackage));
  jsonCache.set(key, text);
  return text;
}

function keyOf({ family, name }: CatalogPackage): string {
  return `${family} ${name}`;
}

/**
 * The vulnerabilities of a package, the same in every image and every world. Their numbers are beyond those that CVE assigns,
 * so that none is mistaken for a real one. Some lack what the service may leave out: a fix, its version, a severity, a score.
 */
export function vulnerabilitiesOf(catalogPackage: CatalogPackage): readonly CveDetails[] {
  const key = keyOf(catalogPackage);
  const known = cache.get(key);
  if (known) {
    return known;
  }
  const seed = createHash("sha256").update(key).digest().readUInt32BE(0);
  const random = createRandom(seed);
  const count = 7 + random.whole(10);
  const possible = severities.slice(random.pick(beginnings));
  const found = Array.from({ length: count }, (_, index) =>
    vulnerability(catalogPackage, 900_000 + ((seed + index * 7919) % 99_999), possible, random),
  );
  cache.set(key, found);
  return found;
}

function vulnerability(
  { name, fixes }: CatalogPackage,
  number: number,
  possible: readonly string[],
  random: Random,
): CveDetails {
  const severity = random.pick(possible);
  const kind = random.whole(20);
  // One in ten has no fix, one in twenty claims a fix and names no version.
  const hasFix = kind > 1;
  const fixedVersion = hasFix && kind !== 2 ? random.pick(fixes) : "";
  const year = 2022 + random.whole(4);
  const published = new Date(Date.UTC(year, 0, 1) + random.whole(360) * day).toISOString();
  const score = (scores[severity] ?? 0) + random.whole(3) / 10 - 0.1;
  const isUnrated = random.oneIn(25);
  return {
    CveId: `CVE-${year}-${number}`,
    AdditionalIdentifiers: [],
    Severity: isUnrated ? "" : severity,
    Cvss: isUnrated
      ? []
      : [
          {
            Key: "3.1",
            Value: { Base: Number(score.toFixed(1)), CvssVectorString: vectors[severity] ?? "" },
          },
        ],
    CvssSource: "nvd",
    PublishedDate: published,
    LastModifiedDate: published,
    FixStatus: hasFix ? "FixAvailable" : random.pick(["NoFix", "WillNotFix"]),
    FixedVersion: fixedVersion,
    Tags: [],
    Description: `A flaw in ${name} lets an attacker do what the package should prevent.`,
    Weaknesses: { Cwe: [{ Id: `CWE-${random.pick([79, 119, 125, 190, 400, 416, 787])}` }] },
    ExploitabilityDetails: {
      IsInExploitKit: random.oneIn(30),
      IsPubliclyDisclosed: random.oneIn(8),
      IsVerified: random.oneIn(20),
    },
  };
}
