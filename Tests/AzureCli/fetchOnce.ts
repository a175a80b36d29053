import { findAzureCli } from "./findAzureCli";

/** Before the tests, which run side by side and would each fetch it. */
export default function fetchOnce(): void {
  findAzureCli();
}
