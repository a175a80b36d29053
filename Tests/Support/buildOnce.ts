import { localPortalConfig } from "../../Extension/build/localPortal.config";
import { runBuild } from "../../Extension/build/runBuild";

/** The bundle that all end-to-end tests share. */
export default async function buildOnce(): Promise<void> {
  await runBuild(localPortalConfig("production"));
}
