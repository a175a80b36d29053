import { Component, type ReactNode } from "react";
import { portalHost } from "../../PortalSdk/portalConnection";
import type { BladeNotice } from "../../PortalSdk/portalHost";

/** A view that throws is replaced by the portal's notice; which one depends on the status, if there was one [B]. */
export class ViewErrorBoundary extends Component<
  { readonly children: ReactNode },
  { readonly failed: boolean }
> {
  override readonly state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override componentDidCatch(error: unknown): void {
    const message = error instanceof Error ? error.message : String(error);
    void portalHost().then((host) => host.showNotice({ kind: noticeFor(error), message }));
  }

  override render() {
    return this.state.failed ? null : this.props.children;
  }
}

function noticeFor(error: unknown): BladeNotice["kind"] {
  const status = (error as { readonly httpStatusCode?: unknown } | null)?.httpStatusCode;
  if (status === 404) {
    return "notFound";
  }
  return status === 401 || status === 403 ? "unauthorized" : "failed";
}
