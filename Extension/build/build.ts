/** `npm run build`: the bundle of the local portal; `--development` leaves it readable. */
import { localPortalConfig } from "./localPortal.config";
import { localPortalOutput } from "./outputs";
import { runBuild } from "./runBuild";

const mode = process.argv.includes("--development") ? "development" : "production";

runBuild(localPortalConfig(mode)).then(
  () => console.log(`Built ${localPortalOutput}`),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  },
);
