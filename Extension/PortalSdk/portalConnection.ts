import type { PortalHost } from "./portalHost";

/** Settled once in the life of a frame: by its bootstrap when the portal has handed over its port, or by a test. */
const connection = (() => {
  let connect: (host: PortalHost) => void = () => undefined;
  const host = new Promise<PortalHost>((resolve) => {
    connect = resolve;
  });
  return { host, connect };
})();

/** Gives the SDK its portal. Only the first call counts. */
export const connectPortal: (host: PortalHost) => void = connection.connect;

/** The portal around the view. Waits until there is one. */
export function portalHost(): Promise<PortalHost> {
  return connection.host;
}
