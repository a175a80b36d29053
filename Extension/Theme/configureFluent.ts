/**
 * Fluent's settings, which it reads when it is loaded: styles with the nonce of the page, which the CSP demands, and no call
 * to a CDN for fonts and icons.
 */
export function configureFluent(): void {
  const nonce = document.querySelector<HTMLScriptElement>("script[nonce]")?.nonce ?? "";
  Object.assign(window, {
    FabricConfig: { fontBaseUrl: "", iconBaseUrl: "", mergeStyles: { cspSettings: { nonce } } },
  });
}
