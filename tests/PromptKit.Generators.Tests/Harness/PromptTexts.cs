namespace PromptKit.Generators.Tests.Harness;

/// <summary>Prompts that several tests use.</summary>
internal static class PromptTexts
{
    public const string Minimal = "You help customers.\n";

    public const string Broken = "---\nmodle: gpt-5-mini\n---\nYou help customers.\n";

    public const string Greeting = """
        ---
        description: Greets the customer.
        input:
          schema:
            customer_name: string, how to address the customer
            tickets?: integer, how many are open
        ---
        You greet {{ customer_name }}.
          {{ customer_name }}
        {{~ tickets ~}}
        Bye.
        """;

    public const string Full = """
        # Copyright the authors
        ---
        description: |
          Triages <requests> & "routes" them.
          Two lines.
        model: gpt-5-mini
        config:
          temperature: 0.2
          topK: 40
          maxOutputTokens: 800
          seed: 7
          stopSequences: ["###", "a \"quote\""]
          reasoningEffort: low
          allowMultipleToolCalls: true
          additional: { user: me, logit_bias: { "50256": -100 } }
        input:
          schema:
            customer_name: string, how to address the customer
            score: number
            is_new?: boolean
            tickets?: integer, open <b>tickets</b>
        output:
          schema:
            category: string, one of a & b
            urgency?: integer
        metadata: { owner: support, tags: [a, b] }
        my.flag: true
        ---
        {{ role "system" }}
        You triage "requests" of {{ customer_name }} \ {{ score }}.
        {{~ # a comment ~}}
        {{ role "user" }}
        New: {{ is_new }},
            {{ tickets }}
        """;

    public const string Orders = """
        ---
        input:
          schema:
            name: string
            limit?: number
            orders(array):
              id: integer
              tags(array): string
              paid: boolean
        ---
        {{ role "system" }}
        {{ include "tone" }}
        {{~ total = 0 ~}}
        {{~ for order in orders ~}}
          {{~ if order.paid ~}}
          - {{ order.id }}: paid, {{ order.tags }}
          {{~ else if limit ~}}
          - {{ order.id }}: due, at most {{ limit * 2 }}
          {{~ else ~}}
          - {{ order.id }}: due
          {{~ end ~}}
          {{~ total = total + 1 ~}}
        {{~ else ~}}
        No orders.
        {{~ end ~}}
        {{ capture greeting }}Dear {{ name }}{{ end }}
        {{ role "user" }}
        {{ greeting }}, {{ total }} of them.
        """;

    public const string Functions = """
        ---
        input:
          schema:
            name: string
            since: date
            tier(enum): [free, pro]
            tickets(array):
              id: integer
              summary: string
              open: boolean
        ---
        {{ name | string.strip | string.capitalize }}, {{ tier | string.upcase }} since {{ since | date.to_string "%B %Y" }}.
        {{~ for ticket in tickets | array.filter @(do; ret $0.open; end) | array.limit 5 ~}}
        - #{{ ticket.id }}: {{ ticket.summary | string.truncate 80 }}
        {{~ end ~}}
        {{ if tickets.size > 1 }}{{ tickets.size }}: {{ end }}All: {{ tickets | array.sort "summary" | array.map "id" | array.join ", " }}
        {{ json tickets indent: 2 }}
        """;
}
