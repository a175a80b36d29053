import { fireEvent, render, screen } from "@testing-library/react";
import DOMPurify from "dompurify";
import { sanitize, SanitizedHtml } from "../../../Views/Kit/Controls/SanitizedHtml";

describe("a very long text", () => {
  const last = "Last words.";
  const long = `<p>First words.</p>${`<p>${"More <b>words</b>. ".repeat(40)}</p>`.repeat(60)}<p>${last}</p>`;

  test("begins, says how much of it is shown, and shows all when asked to", () => {
    render(<SanitizedHtml html={long} />);
    expect(screen.getByText("First words.")).toBeVisible();
    expect(screen.queryByText(last)).not.toBeInTheDocument();
    expect(screen.getByText(/20,000/)).toHaveTextContent(long.length.toLocaleString("en-US"));
    fireEvent.click(screen.getByRole("button", { name: "Show all" }));
    expect(screen.getByText(last)).toBeVisible();
    expect(screen.queryByRole("button", { name: "Show all" })).not.toBeInTheDocument();
  });

  test("that takes the place of another one is cut anew", () => {
    const { rerender } = render(<SanitizedHtml html={long} />);
    fireEvent.click(screen.getByRole("button", { name: "Show all" }));
    rerender(<SanitizedHtml html={`${long}<p>And more.</p>`} />);
    expect(screen.getByRole("button", { name: "Show all" })).toBeVisible();
    expect(screen.queryByText("And more.")).not.toBeInTheDocument();
  });

  test("is cut between its tags and words", () => {
    const word = `${"x".repeat(50)} `;
    const { container } = render(<SanitizedHtml html={`${word.repeat(1_000)}<b title="">y</b>`} />);
    expect(container.firstElementChild?.textContent).toMatch(/^(?:x{50} )*x{50}$/);
  });

  test("one of the usual length has no button", () => {
    render(<SanitizedHtml html={"<p>Words.</p>".repeat(1_000)} />);
    expect(screen.queryByRole("button")).not.toBeInTheDocument();
  });
});

test.each([
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
