/**
 * The regional format in the portal's `effectiveLocale`, which is `language.format`: of `en-us.fr-fr` it is `fr-FR`. `undefined`
 * for what names no format that `Intl` takes.
 */
export function regionalFormatOf(effectiveLocale: unknown): string | undefined {
  const [language, format = language] =
    typeof effectiveLocale === "string" ? effectiveLocale.trim().split(".") : [];
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(format ?? [])[0];
  } catch {
    return undefined; // It is no locale at all.
  }
}
