import { localPortalConfig } from "../../Extension/build/localPortal.config";
import { runBuild } from "../../Extension/build/runBuild";
import { runPortalBuild } from "../../Extension/build/runPortalBuild";
import { portalFrameConfig } from "./PortalLoader/startPortalLoader";

/** The bundles that the end-to-end tests share. */
export default async function buildOnce(): Promise<void> {
  await runBuild(localPortalConfig("production"));
  await runPortalBuild();
  await runBuild(portalFrameConfig());
}
