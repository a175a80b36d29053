interface PortalWindow {
  readonly environment?: Readonly<Record<string, unknown>>;
  readonly features?: Readonly<Record<string, string>>;
}

const portalWindow = (): PortalWindow => globalThis as PortalWindow; // The portal puts both there before it loads a view [B].

/** A value of the extension's environment configuration [B]. */
export function getEnvironmentValue(key: string): unknown {
  return portalWindow().environment?.[key];
}

/** A feature flag of the portal's address; names are compared in lower case [B]. */
export function getFeatureValue(name: string): string | undefined {
  return portalWindow().features?.[name.toLowerCase()];
}

/** [B] */
export function isFeatureEnabled(name: string): boolean {
  const value = getFeatureValue(name);
  return value !== undefined && value !== "" && value !== "false";
}
