import { QueryClient, QueryClientProvider, useQueryClient } from "@tanstack/react-query";
import { render, screen } from "@testing-library/react";
import { useLayoutEffect } from "react";
import { useLoadable, useLoadables } from "../../../Views/Kit/Session/useLoadable";

const never = () => new Promise<string>(() => undefined);

/** The two ways to ask. */
const hooks = {
  useLoadable,
  useLoadables: (query: Parameters<typeof useLoadable<string>>[0]) => useLoadables([query])[0],
};

/** Draws what is known of a question. The answer to the second one comes right after it was drawn, before any effect ran. */
function Answer({ question, hook }: { readonly question: string; readonly hook: keyof typeof hooks }) {
  const client = useQueryClient();
  const useAnswer = hooks[hook];
  const answer = useAnswer({ queryKey: [question], queryFn: never });
  useLayoutEffect(() => {
    if (question === "second") {
      client.setQueryData([question], "forty-two");
    }
  }, [client, question]);
  return <p>{answer?.status === "ready" ? answer.value : answer?.status}</p>;
}

test.each(["useLoadable", "useLoadables"] as const)(
  "%s: an answer that comes while the question changes is drawn",
  async (hook) => {
    const page = (question: string) => (
      <QueryClientProvider client={client}>
        <Answer question={question} hook={hook} />
      </QueryClientProvider>
    );
    const client = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity } } });
    const { rerender } = render(page("first"));
    expect(screen.getByText("loading")).toBeVisible();
    rerender(page("second"));
    expect(await screen.findByText("forty-two", {}, { timeout: 2000 })).toBeVisible();
  },
);
