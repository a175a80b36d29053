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

/**
 * Resolves when the portal's typeface is there, accented letters too. The portal has it before a view is drawn: Fluent measures
 * a command bar once, and takes what a narrower typeface needs for the truth.
 */
export async function typefaceLoaded(): Promise<void> {
  await document.fonts.load('13px "Segoe UI"', "aŠ");
}
