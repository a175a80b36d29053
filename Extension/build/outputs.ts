import path from "node:path";

export const root = path.resolve(__dirname, "../..");

/** Where `npm run build`, `npm run build:portal`, and `npm run package` put what they make. */
export const localPortalOutput = path.join(root, "dist/localPortal");
export const portalOutput = path.join(root, "dist/portal");
export const packageOutput = path.join(root, "dist/package");
