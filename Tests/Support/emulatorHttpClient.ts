import { createDefaultHttpClient, type HttpClient } from "@azure/core-rest-pipeline";
import type { ArmEmulator } from "../../Extension/ArmEmulator/startArmEmulator";

/**
 * Transport for SDK clients in Node: they believe to call ARM over TLS, and their requests go to the emulator. It tells the
 * emulator so, or page links would come back on plain http, which the SDK's bearer policy refuses.
 */
export function createEmulatorHttpClient(emulator: ArmEmulator): HttpClient {
  const inner = createDefaultHttpClient();
  return {
    async sendRequest(request) {
      const { url } = request;
      const { pathname, search } = new URL(url);
      request.url = `${emulator.url}${pathname}${search}`;
      request.allowInsecureConnection = true;
      request.headers.set("x-forwarded-proto", "https");
      request.headers.set("x-forwarded-host", "management.azure.com");
      try {
        return await inner.sendRequest(request);
      } finally {
        request.url = url; // Retries go through the SDK's policies again, and those should see ARM.
      }
    },
  };
}

export const emulatorCredential = (emulator: ArmEmulator) => ({
  getToken: () => Promise.resolve({ token: emulator.token, expiresOnTimestamp: Date.now() + 3_600_000 }),
});
