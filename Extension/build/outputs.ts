import path from "node:path";

export const root = path.resolve(__dirname, "../..");

/** Where `npm run build` and `npm run build:portal` put what they make. */
export const localPortalOutput = path.join(root, "dist/localPortal");
export const portalOutput = path.join(root, "dist/portal");
