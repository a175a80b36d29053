import { render } from "@testing-library/react";

/** Properties that are worked out without jsdom's own answer, and some that are not. */
const properties =
  "display visibility pointer-events opacity clip clip-path content-visibility direction overflow height position width color white-space".split(
    " ",
  );

/** jsdom's own, of a window that nothing was changed in. */
function ownStyles(): typeof window.getComputedStyle {
  const frame = document.createElement("iframe");
  document.body.append(frame);
  const { contentWindow } = frame as { contentWindow: (Window & typeof globalThis) | null };
  if (!contentWindow) {
    throw new Error("The frame has no window.");
  }
  return contentWindow.getComputedStyle.bind(contentWindow);
}

const everyElement = () => [...document.querySelectorAll("*")];

function differences(): readonly string[] {
  const own = ownStyles();
  return everyElement().flatMap((element) => {
    const [quick, whole] = [window.getComputedStyle(element), own(element)];
    return properties
      .filter((name) => quick.getPropertyValue(name) !== whole.getPropertyValue(name))
      .map((name) => `${element.outerHTML}: ${name}`);
  });
}

const tags =
  "a area article aside b base br button caption code col datalist dd del details dialog div dl dt em embed fieldset figure " +
  "footer form h1 h6 header hr i iframe img input ins label legend li link main map mark menu meta meter nav noscript object ol " +
  "optgroup option output p param pre progress q rp rt ruby s samp script section select small span strong style sub summary sup " +
  "svg table tbody td template textarea tfoot th thead title tr u ul var video wbr x-own";

test("every kind of element has the styles that jsdom gives it", () => {
  for (const tag of tags.split(" ")) {
    document.body.append(document.createElement(tag));
  }
  document.body.append(document.createElementNS("http://www.w3.org/2000/svg", "title"));
  expect(everyElement().length).toBeGreaterThan(90);
  expect(differences()).toEqual([]);
});

test("so has what is hidden by itself, and what lies in it", () => {
  const { container } = render(
    <>
      <div hidden>
        <p>hidden</p>
        <p style={{ display: "flex" }}>shown in it</p>
      </div>
      <div style={{ visibility: "hidden", pointerEvents: "none", opacity: 0.5 }}>
        <b>in it</b>
        <b style={{ visibility: "visible", pointerEvents: "auto", opacity: 1 }}>out of it</b>
        <b style={{ visibility: "unset", display: "unset" }}>as if nothing were said</b>
      </div>
      <span style={{ display: "none", color: "red" }}>none</span>
      <div
        style={{
          position: "absolute",
          width: 1,
          height: "0px",
          overflow: "hidden",
          clip: "rect(0px, 0px, 0px, 0px)",
        }}
      >
        <i style={{ clipPath: "inset(50%)", contentVisibility: "hidden", direction: "rtl" }}>cut off</i>
        <i style={{ position: "unset", width: "unset", overflow: "unset" }}>as if nothing were said</i>
      </div>
      <input type="hidden" />
      <input type="color" />
      <input type="checkbox" hidden />
      <dialog>closed</dialog>
      <dialog open>open</dialog>
      <ruby>
        <rp>(</rp>
        <rt>small</rt>
      </ruby>
      <textarea />
    </>,
  );
  const { style } = container;
  style.pointerEvents = "none";
  expect(differences()).toEqual([]);
  style.pointerEvents = "";
  expect(differences()).toEqual([]);
});

test("a style sheet counts", () => {
  const { container } = render(<p className="gone">gone</p>);
  const [gone] = container.children;
  const sheet = document.createElement("style");
  sheet.textContent = ".gone { display: none; visibility: hidden }";
  expect(gone).toBeVisible();
  document.head.append(sheet);
  expect(gone).not.toBeVisible();
  sheet.remove();
  expect(gone).toBeVisible();
});
