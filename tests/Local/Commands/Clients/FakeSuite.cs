using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Sluice.World;

namespace Sluice.Local.Tests.Commands.Clients;

/// <summary>An endpoint that answers each operation as a test says, and remembers what it was asked.</summary>
internal sealed class FakeSuite : IAsyncDisposable
{
    private static readonly Dictionary<string, string> Keys = new() { ["AWS_ACCESS_KEY_ID"] = "AKIATEST", ["AWS_SECRET_ACCESS_KEY"] = "secret" };
    private readonly ConcurrentQueue<(string Operation, JsonObject Input)> _asked = new();
    private LoopbackServer? _server;

    /// <summary>What it was asked, in that order.</summary>
    public IReadOnlyList<(string Operation, JsonObject Input)> Asked => [.. _asked];

    /// <param name="answers">By operation. What has none is refused.</param>
    public static async Task<FakeSuite> StartAsync(IReadOnlyDictionary<string, Func<string>> answers)
    {
        var suite = new FakeSuite();
        suite._server = await LoopbackServer.StartAsync(context => suite.AnswerAsync(context, answers));
        return suite;
    }

    public Conversation Talk(bool isJson = false) => new(Keys, _server!.Address, isJson);

    public ValueTask DisposeAsync() => _server!.DisposeAsync();

    private async Task AnswerAsync(HttpContext context, IReadOnlyDictionary<string, Func<string>> answers)
    {
        // What has no operation is looked at by its path.
        var operation = context.Request.Headers["X-Amz-Target"].ToString() is { Length: > 0 } target ? target.Split('.')[^1] : context.Request.Path.ToString();
        var body = await LoopbackServer.BodyAsync(context.Request);
        _asked.Enqueue((operation, body.Length == 0 ? [] : JsonNode.Parse(body)!.AsObject()));
        context.Response.StatusCode = answers.ContainsKey(operation) ? 200 : operation.StartsWith('/') ? 404 : 400;
        await context.Response.WriteAsync(answers.GetValueOrDefault(operation)?.Invoke() ?? $$"""{"__type":"NotThereException","message":"{{operation}}"}""");
    }
}
