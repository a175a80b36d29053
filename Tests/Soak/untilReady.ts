import type { Locator } from "@playwright/test";

const mostTries = 10;

/**
 * Opens a view anew as long as it isn't ready: the portal gives one up after 20 seconds, which a busy machine may need. Rejects when
 * it never is.
 */
export async function untilReady(ready: Locator, open: () => Promise<unknown>): Promise<void> {
  for (let tries = 1; tries < mostTries; tries += 1) {
    await open();
    const isReady = await ready.waitFor({ timeout: 25_000 }).then(
      () => true,
      () => false,
    );
    if (isReady) {
      return;
    }
  }
  await open();
  await ready.waitFor();
}
