import { readFileSync } from "node:fs";
import path from "node:path";
import { root } from "./outputs";

const openSans = path.join(root, "node_modules/@fontsource-variable/open-sans");

/** Files of the upright faces: one for each script, of all weights. */
export const typefaceFiles = path.join(openSans, "files/*-wght-normal.woff2");

/**
 * The faces of Open Sans, under the name that the portal's styles ask for. They take the place of a typeface that the machine may
 * have: the local portal looks the same, and measures the same, on every machine.
 */
export function typefaceStyles(): string {
  return readFileSync(path.join(openSans, "wght.css"), "utf8")
    .replaceAll("'Open Sans Variable'", '"Segoe UI"')
    .replaceAll("font-display: swap", "font-display: block")
    .replaceAll("url(./files/", "url(/assets/fonts/");
}
