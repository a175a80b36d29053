/** Builds what the end-to-end tests share. */
import { localPortalConfig } from "../../Extension/build/localPortal.config";
import { runBuild } from "../../Extension/build/runBuild";
import { runPortalBuild } from "../../Extension/build/runPortalBuild";
import { portalFrameConfig } from "./PortalLoader/startPortalLoader";

async function build(): Promise<void> {
  await runBuild(localPortalConfig("production"));
  await runPortalBuild();
  await runBuild(portalFrameConfig());
}

void build();
