/** `npm run build:portal`: what the portal is given of this extension, in dist/portal. */
import { portalOutput } from "./outputs";
import { runPortalBuild } from "./runPortalBuild";

runPortalBuild().then(
  () => console.log(`Built ${portalOutput}`),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  },
);
