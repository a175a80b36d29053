import { useMemo } from "react";

/** A formatter of one regional format, made when it is first needed and again when the format has changed. */
interface Regional<T> {
  readonly current: () => T;
}

let locale: string | undefined;

/**
 * Takes over the portal's regional format, `fr-FR` for example; the browser's own where the portal names none. Everything
 * rendered inside the caller uses it. There is one for the whole page, as there is one language.
 */
export function useRegionalFormat(format: string | undefined): void {
  useMemo(() => void (locale = format), [format]);
}

export function regional<T>(make: (locale: string | undefined) => T): Regional<T> {
  let made: { readonly of: string | undefined; readonly formatter: T } | undefined;
  return {
    current() {
      if (made?.of !== locale || made === undefined) {
        made = { of: locale, formatter: make(locale) };
      }
      return made.formatter;
    },
  };
}
