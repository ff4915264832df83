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
}
