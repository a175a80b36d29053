import { render, screen } from "@testing-library/react";
import { formatDay } from "../../../Views/Kit/Controls/formatDate";
import { formatNumber } from "../../../Views/Kit/Controls/formatNumber";
import { useRegionalFormat } from "../../../Views/Kit/Controls/regionalFormat";

function Page({ format }: { readonly format: string | undefined }) {
  useRegionalFormat(format);
  return <Cell />;
}

function Cell() {
  return <p>{`${formatNumber(12_345.5)} ${formatDay(new Date("2026-07-05T00:00:00Z"))}`}</p>;
}

test("dates and numbers are written in the portal's regional format, and follow it", () => {
  const { rerender } = render(<Page format="de-DE" />);
  expect(screen.getByText("12.345,5 05.07.2026")).toBeVisible();
  rerender(<Page format="en-GB" />);
  expect(screen.getByText("12,345.5 5 Jul 2026")).toBeVisible();
  rerender(<Page format="ja-JP" />);
  expect(screen.getByText("12,345.5 2026/07/05")).toBeVisible();
});
