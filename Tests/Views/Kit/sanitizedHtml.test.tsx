import { fireEvent, render, screen, waitFor } from "@testing-library/react";
import DOMPurify from "dompurify";
import type { ReactNode } from "react";
import type { Host } from "../../../Client/Core/host";
import { ExternalLink } from "../../../Views/Kit/Controls/ExternalLink";
import { SanitizedHtml } from "../../../Views/Kit/Controls/SanitizedHtml";
import { DashboardDependenciesProvider } from "../../../Views/Kit/Session/dashboardContext";
import { aCluster } from "../../Support/aCluster";
import { fakeHost } from "../../Support/fakeHost";
import { fakeServices } from "../../Support/fakeServices";

/** A dashboard's context whose portal answers as told; by default every link is shown as it is. */
const within = (sanitizeLink: Host["sanitizeLink"] = (href) => href) =>
  function Around({ children }: { readonly children?: ReactNode }) {
    const host = { ...fakeHost(), sanitizeLink };
    const dependencies = { cluster: aCluster(), host, services: fakeServices() };
    return <DashboardDependenciesProvider value={dependencies}>{children}</DashboardDependenciesProvider>;
  };
const wrapper = within();

const page = "https://learn.microsoft.com/azure";
const html = `<p>See <a href="${page}">the page</a>, <a href="${page}/more">more</a>.</p>`;
const verified = (href: string) => `https://portal.azure.com/verifyLink?href=${encodeURIComponent(href)}`;

describe("links go to where the portal allows", () => {
  test("at once where it is known", () => {
    render(<SanitizedHtml html={html} />, { wrapper: within(verified) });
    const links = screen.getAllByRole("link").map((link) => link.getAttribute("href"));
    expect(links).toEqual([verified(page), verified(`${page}/more`)]);
  });

  test("once it is known; until then they lead nowhere, and are there", async () => {
    const Around = within((href) => Promise.resolve(verified(href)));
    render(
      <Around>
        <SanitizedHtml html={html} />
        <ExternalLink href={page}>By itself</ExternalLink>
      </Around>,
    );
    expect(screen.queryByRole("link")).not.toBeInTheDocument();
    expect(screen.getByText("the page")).toBeVisible();
    expect(screen.getByText("By itself")).toBeVisible();
    await waitFor(() => expect(screen.getAllByRole("link")).toHaveLength(3));
    expect(screen.getByText("By itself")).toHaveAttribute("href", verified(page));
    expect(screen.getByText("the page")).toHaveAttribute("href", verified(page));
  });

  test("where it allows none, the text stays", () => {
    const Around = within((href) => (href === page ? "" : href));
    render(
      <Around>
        <SanitizedHtml html={html} />
        <ExternalLink href={page}>By itself</ExternalLink>
      </Around>,
    );
    expect(screen.getAllByRole("link").map((link) => link.textContent)).toEqual(["more"]);
    expect(screen.getByText("By itself")).toBeVisible();
  });
});

describe("a very long text", () => {
  const last = "Last words.";
  const long = `<p>First words.</p>${`<p>${"More <b>words</b>. ".repeat(40)}</p>`.repeat(60)}<p>${last}</p>`;

  test("begins, says how much of it is shown, and shows all when asked to", () => {
    render(<SanitizedHtml html={long} />, { wrapper });
    expect(screen.getByText("First words.")).toBeVisible();
    expect(screen.queryByText(last)).not.toBeInTheDocument();
    expect(screen.getByText(/20,000/)).toHaveTextContent(long.length.toLocaleString("en-US"));
    fireEvent.click(screen.getByRole("button", { name: "Show all" }));
    expect(screen.getByText(last)).toBeVisible();
    expect(screen.queryByRole("button", { name: "Show all" })).not.toBeInTheDocument();
  });

  test("that takes the place of another one is cut anew", () => {
    const { rerender } = render(<SanitizedHtml html={long} />, { wrapper });
    fireEvent.click(screen.getByRole("button", { name: "Show all" }));
    rerender(<SanitizedHtml html={`${long}<p>And more.</p>`} />);
    expect(screen.getByRole("button", { name: "Show all" })).toBeVisible();
    expect(screen.queryByText("And more.")).not.toBeInTheDocument();
  });

  test("is cut between its tags and words", () => {
    const word = `${"x".repeat(50)} `;
    const { container } = render(<SanitizedHtml html={`${word.repeat(1_000)}<b title="">y</b>`} />, {
      wrapper,
    });
    expect(container.firstElementChild?.textContent).toMatch(/^(?:x{50} )*x{50}$/);
  });

  test("one of the usual length has no button", () => {
    render(<SanitizedHtml html={"<p>Words.</p>".repeat(1_000)} />, { wrapper });
    expect(screen.queryByRole("button")).not.toBeInTheDocument();
  });
});

/** What of this HTML is on the screen. */
const sanitize = (html: string) =>
  render(<SanitizedHtml html={html} />, { wrapper }).container.firstElementChild?.innerHTML;

test.each([
  ["<b>bold</b><script>alert(1)</script>", "<b>bold</b>"],
  ['<img src=x onerror="alert(1)">text', "text"],
  ['<a href="javascript:alert(1)">x</a>', "x"],
  ['<a href="https://evil.example/"><b>x</b></a>', "<b>x</b>"],
  ['<p style="color:red" onclick="x()">p</p>', "<p>p</p>"],
  ["<iframe src='//x'></iframe><svg><script>1</script></svg>", ""],
  [
    '<a href="https://learn.microsoft.com/a" target="_self">x</a>',
    '<a href="https://learn.microsoft.com/a" target="_blank" rel="noopener noreferrer">x</a>',
  ],
  ['<p data-x="1" data-automation-id="save">p</p>', "<p>p</p>"],
  ['<b aria-label="Apply fix" aria-hidden="true">b</b>', "<b>b</b>"],
  ['<p ARIA-LIVE="assertive" DATA-is-focusable="true" role="alert">p</p>', "<p>p</p>"],
  [
    '<ul id="root" class="ms-Button" name="body" tabindex="0"><li value="3">x</li></ul>',
    "<ul><li>x</li></ul>",
  ],
  ['<form><input name="attributes"><p>p</p></form>', "<p>p</p>"],
  ["<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></table></mtext></math>", ""],
  ["<noscript><p title='</noscript><img src=x onerror=alert(1)>'>", "<p></p>"],
  ["<p>a\u202eb\u200b</p>", "<p>a\\u{202E}b\\u{200B}</p>"],
  ["<p>a&#8238;b&shy;c&nbsp;d</p>", "<p>a\\u{202E}b\\u{00AD}c&nbsp;d</p>"],
])("of %s stays what a reader needs", (html, clean) => {
  expect(sanitize(html)).toBe(clean);
});

test("as deep as browsers go, its text is kept", () => {
  expect(sanitize(`${"<b>".repeat(512)}The end.`)).toContain("The end.");
});

test("deeper than the parser can go, what tags hold is shown as text, and nothing of it is a tag", () => {
  const parser = jest.spyOn(DOMPurify, "sanitize").mockImplementation(() => {
    throw new RangeError("Maximum call stack size exceeded");
  });
  const clean = sanitize("<p>First \u202eline.</p><p>1 &lt; 2 <img src=x onerror=alert(1)></p>");
  parser.mockRestore();
  expect(clean).toContain("First \\u{202E}line.");
  expect(clean).toContain("&lt;img src=x");
  expect(clean).not.toMatch(/<\w/);
});
