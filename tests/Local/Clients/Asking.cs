using System.Text.Json.Nodes;

namespace Sluice.Local.Tests.Clients;

/// <summary>Asks a client again and again: each time is a process of its own, which is pause enough.</summary>
internal static class Asking
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    /// <summary>The first answer that is what is waited for. What can never become it is refused by the condition itself.</summary>
    public static async Task<JsonNode> UntilAsync(Func<Task<JsonNode>> ask, Func<JsonNode, bool> holds)
    {
        using var late = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        late.CancelAfter(Longest);
        while (true)
        {
            late.Token.ThrowIfCancellationRequested();
            var told = await ask();
            if (holds(told))
            {
                return told;
            }
        }
    }
}
