/** `npm run sideload`: serves the portal build to the Azure portal from this machine. */
import { homedir } from "node:os";
import { runServer } from "../ArmEmulator/commandLine";
import { openBrowser } from "../build/openBrowser";
import { portalOutput } from "../build/outputs";
import { cacheFolder, localCertificate } from "./certificate";
import { guide } from "./guide";
import { sideloadUrl } from "./portalAddress";
import { readSideloadOptions } from "./sideloadOptions";
import { startSideload } from "./startSideload";
import { run, trustCommand } from "./trust";

void runServer(async () => {
  const options = readSideloadOptions(process.argv.slice(2));
  const home = homedir();
  const certificate = await localCertificate(cacheFolder(process.platform, process.env, home), new Date());
  const failed = options.trusts ? run(trustCommand(process.platform, certificate.file, home)) : undefined;
  const server = await startSideload({ port: options.port, certificate, build: portalOutput });
  const { cloud, cluster, view } = options;
  const extensionUrl = sideloadUrl(cloud, server.port);
  const viewUrl = cluster && sideloadUrl(cloud, server.port, { view, parameters: { id: cluster } });
  if (options.opens && !process.env.CI) {
    openBrowser(viewUrl ?? extensionUrl);
  }
  const trust = options.trusts ? { failed } : "notAsked";
  return {
    line: guide({
      port: server.port,
      extensionUrl,
      viewUrl,
      certificate,
      trust,
      platform: process.platform,
      home,
    }),
    close: () => server.close(),
  };
});
