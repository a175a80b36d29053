/**
 * Resolves when the portal's typeface is there, accented letters too. The portal has it before a view is drawn: Fluent measures
 * a command bar once, and takes what a narrower typeface needs for the truth.
 */
export async function typefaceLoaded(): Promise<void> {
  await document.fonts.load('13px "Segoe UI"', "aŠ");
}
