/**
 * Frames that are too low for a head and a foot that stay in place: a page at 400 % zoom (WCAG 2.2, 1.4.10: 320 × 256 CSS pixels)
 * or at 200 % on a laptop. What has both scrolls as a whole there. Fluent's panels change at the same height.
 */
export const inLowFrames = "@media (max-height: 479.9px)";
