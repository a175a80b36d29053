/**
 * Frames that are too low for a head and a foot that stay in place: a page at 400 % zoom (WCAG 2.2, 1.4.10: 320 × 256 CSS pixels)
 * or at 200 % on a laptop. What has both scrolls as a whole there. Fluent's panels change at the same height.
 */
export const inLowFrames = "@media (max-height: 479.9px)";

/**
 * Frames of most windows: what stands above the grid is as flat as it can be, so that ten rows are seen in a window of 1366 × 768 and
 * twenty in one of 1920 × 1080.
 */
export const inFlatFrames = "@media (max-height: 959.9px)";

/** Those of them in which a line is too short for a title and what it is of. */
export const inNarrowFlatFrames = "@media (max-height: 959.9px) and (max-width: 800px)";
