import { configure, getConfig } from "@testing-library/react";
import { act } from "react-dom/test-utils";

const { requestAnimationFrame, cancelAnimationFrame } = window;

/** Frames that were asked for and have not come. */
const awaited = new Set<number>();

// Command bars measure themselves in frames, on a busy machine also while a test waits for nothing: React warns of that otherwise.
window.requestAnimationFrame = (callback) => {
  const frame = requestAnimationFrame((time) => {
    awaited.delete(frame);
    act(() => void callback(time));
  });
  awaited.add(frame);
  return frame;
};

window.cancelAnimationFrame = (frame) => {
  awaited.delete(frame);
  cancelAnimationFrame(frame);
};

/** Menus take a frame for their place, another one to show there, and nothing can be pressed in them before. */
const mostFrames = 3;

async function painted(): Promise<void> {
  for (let count = 0; count < mostFrames && awaited.size > 0; count += 1) {
    // Those of one frame come in the order in which they were asked for.
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}

// As someone who looks and presses: what has just come or was caused is looked at when it has been painted.
const { asyncWrapper } = getConfig();
configure({
  async asyncWrapper(wait) {
    const found: unknown = await asyncWrapper(wait);
    await painted();
    return found;
  },
});
