import { QueryClient, QueryClientProvider, useQueryClient } from "@tanstack/react-query";
import { render, screen } from "@testing-library/react";
import { useLayoutEffect } from "react";
import { useLoadable } from "../../../Views/Kit/Session/useLoadable";

const never = () => new Promise<string>(() => undefined);

/** Draws what is known of a question. The answer to the second one comes right after it was drawn, before any effect ran. */
function Answer({ question }: { readonly question: string }) {
  const client = useQueryClient();
  const answer = useLoadable({ queryKey: [question], queryFn: never });
  useLayoutEffect(() => {
    if (question === "second") {
      client.setQueryData([question], "forty-two");
    }
  }, [client, question]);
  return <p>{answer.status === "ready" ? answer.value : answer.status}</p>;
}

test("an answer that comes while the question changes is drawn", async () => {
  const page = (question: string) => (
    <QueryClientProvider client={client}>
      <Answer question={question} />
    </QueryClientProvider>
  );
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity } } });
  const { rerender } = render(page("first"));
  expect(screen.getByText("loading")).toBeVisible();
  rerender(page("second"));
  expect(await screen.findByText("forty-two", {}, { timeout: 2000 })).toBeVisible();
});
