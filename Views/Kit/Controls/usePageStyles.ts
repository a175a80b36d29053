import { Stylesheet, useTheme } from "@fluentui/react";
import { useLayoutEffect } from "react";
import { isHighContrast } from "./useStyles";

/** Marks the document with the contrast of its theme: forms, dialogs and menus are outside of the view's own element. */
const contrastMark = "data-contrast";

const buttonIn = (contrast: string) =>
  `html[${contrastMark}="${contrast}"] .ms-Button--primary:not(.is-disabled)`;

/** In high contrast Fluent's primary buttons look like all others. Here they are filled. */
function filledButtons(contrast: string, text: string, background: string): readonly string[] {
  return [
    `${buttonIn(contrast)}:not(:hover):not(:active){background-color:${text} !important;color:${background} !important}`,
    `${buttonIn(contrast)}:not(:hover):not(:active)::after{outline-color:${background} !important}`,
  ];
}

/**
 * Nothing moves for those who asked for that, in any part of the page. What waits for an animation to end still gets its end. Transitions
 * have none: with one of any length on all elements, a color would go from each to those inside of it, one after the other.
 */
const calm =
  "@media (prefers-reduced-motion: reduce){*,*::before,*::after{animation-duration:0.01ms !important;animation-delay:0s !important;" +
  "animation-iteration-count:1 !important;transition-duration:0s !important;transition-delay:0s !important}}";

const rules = [
  calm,
  ...filledButtons("dark", "#ffffff", "#000000"),
  ...filledButtons("light", "#000000", "#ffffff"),
];

const styled = new WeakSet<Stylesheet>();

/** Styles of the whole document that no single control can have. For the root of a page, inside of its theme. */
export function usePageStyles(): void {
  const theme = useTheme();
  useLayoutEffect(() => {
    const sheet = Stylesheet.getInstance();
    if (!styled.has(sheet)) {
      styled.add(sheet);
      rules.forEach((rule) => sheet.insertRule(rule, true));
    }
  }, []);
  useLayoutEffect(() => {
    const contrast = isHighContrast(theme) ? (theme.isInverted ? "dark" : "light") : "usual";
    document.documentElement.setAttribute(contrastMark, contrast);
  }, [theme]);
}
