/** `aks-contoso-prod_all_2026-11-26T0912Z.csv`: safe on every file system, and sorted by time within a cluster and scope. */
export function reportFileName(cluster: string, scope: string, at: Date, ending: string): string {
  const time = `${at.toISOString().slice(0, 16).replace(":", "")}Z`;
  return `${[cluster, scope, time].map(safe).join("_")}.${ending}`;
}

/** File systems take 255 characters for all parts together. */
const longestPart = 80;

/** ASCII letters, digits, dots and hyphens; never a name that begins with a dot, or that Windows reserves. */
function safe(text: string): string {
  const plain = text
    .slice(0, longestPart)
    .normalize("NFKD")
    .replace(/\p{Mark}/gu, "")
    .replace(/[^A-Za-z0-9.-]+/g, "-")
    .replace(/^[.-]+|[.-]+$/g, "");
  return /^(con|prn|aux|nul|com\d|lpt\d)$/i.test(plain) || plain === "" ? `report-${plain}` : plain;
}
