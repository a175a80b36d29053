export type AzureProblemKind =
  "notSignedIn" | "wrongTenant" | "noCluster" | "noAccess" | "noNetwork" | "clock" | "unexpected";

/** Why Azure cannot be asked; its message says what to do, and is for the terminal and for the page. */
export class AzureProblem extends Error {
  override readonly name = "AzureProblem";

  constructor(
    readonly kind: AzureProblemKind,
    message: string,
  ) {
    super(withoutSecrets(message));
  }
}

/** A text without what looks like a token, and without the secrets of the environment. */
export function withoutSecrets(text: string): string {
  const secrets = ["AZURE_CLIENT_SECRET", "AZURE_CLIENT_CERTIFICATE_PASSWORD", "AZURE_PASSWORD"];
  const values = secrets.flatMap((name) => process.env[name] || []);
  const plain = values.reduce((rest, value) => rest.replaceAll(value, "(secret)"), text);
  return plain.replace(/eyJ[\w-]+\.[\w-]+\.[\w-]*/g, "(token)");
}
