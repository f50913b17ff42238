using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Sluice.Platform.Connections;

namespace Sluice.Connections.Tests.Deliveries;

/// <summary>Webhooks at a host on this machine, by what the connection signs in with.</summary>
public sealed class ConnectionHooksTests : IAsyncLifetime
{
    private readonly ConnectionWorld _world = new();
    private readonly ConcurrentQueue<(string Asked, JsonNode? Body)> _asked = new();
    private LoopbackServer _host = null!;
    private int _status = StatusCodes.Status201Created;
    private int _hooks;

    public async ValueTask InitializeAsync() => _host = await LoopbackServer.StartAsync(async http =>
    {
        var body = await LoopbackServer.BodyAsync(http.Request);
        _asked.Enqueue(($"{http.Request.Method} {http.Request.Path} {http.Request.Headers.Authorization}", body.Length == 0 ? null : JsonNode.Parse(body)));
        http.Response.StatusCode = _status;
        await http.Response.WriteAsync($$"""{"id":{{++_hooks}},"message":"as told"}""");
    });

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        _world.Dispose();
    }

    private async Task<string> ConnectAsync() => Arn(await _world.ConnectAsync(GitProvider.GitHubEnterpriseServer, _host.Address));

    private static string Arn(StoredConnection connection) => $"arn:aws:codeconnections:us-east-1:123456789012:connection/{connection.Id}";

    private static JsonObject Input(string arn, string? repository = null) => repository is null ? new() { ["ConnectionArn"] = arn } : new() { ["ConnectionArn"] = arn, ["FullRepositoryId"] = repository };

    [Fact]
    public async Task A_host_is_told_of_the_address_and_the_secret_which_is_shown_to_nobody()
    {
        var arn = await ConnectAsync();

        var answer = await _world.Api.CallAsync("RegisterConnectionWebhook", Input(arn, "team/shop"));

        var (asked, body) = _asked.ShouldHaveSingleItem();
        asked.ShouldBe("POST /api/v3/repos/team/shop/hooks Bearer t0ken");
        var config = body!["config"]!;
        var secret = (string)config["secret"]!;
        ((string)config["url"]!, secret.Length).ShouldBe(((string)answer!["WebhookUrl"]!, 32));
        answer.ToJsonString().ShouldNotContain(secret);
        (await _world.StoredAsync()).ShouldNotContain(secret);
        (await _world.Api.CallAsync("GetConnection", Input(arn)))!.ToJsonString().ShouldNotContain(secret);
    }

    [Fact]
    public async Task A_webhook_that_is_told_again_takes_the_place_of_the_one_before_and_is_taken_away_once()
    {
        var arn = await ConnectAsync();
        await _world.Api.CallAsync("RegisterConnectionWebhook", Input(arn, "team/shop"));
        await _world.Api.CallAsync("RegisterConnectionWebhook", Input(arn, "team/shop"));
        await _world.Api.CallAsync("DeregisterConnectionWebhook", Input(arn, "team/shop"));
        await _world.Api.CallAsync("DeregisterConnectionWebhook", Input(arn, "team/shop"));

        _asked.Select(one => one.Asked.Split(' ')[..2]).Select(words => string.Join(' ', words)).ShouldBe(
            ["POST /api/v3/repos/team/shop/hooks", "DELETE /api/v3/repos/team/shop/hooks/1", "POST /api/v3/repos/team/shop/hooks", "DELETE /api/v3/repos/team/shop/hooks/3"]);
    }

    [Fact]
    public async Task A_new_secret_is_told_once_and_is_what_the_next_host_is_told()
    {
        var arn = await ConnectAsync();

        var first = await _world.Api.CallAsync("PutConnectionWebhook", Input(arn));
        var second = await _world.Api.CallAsync("PutConnectionWebhook", Input(arn));
        await _world.Api.CallAsync("RegisterConnectionWebhook", Input(arn, "team/shop"));

        ((string)first!["Secret"]!).ShouldNotBe((string)second!["Secret"]!);
        ((string)first["WebhookUrl"]!).ShouldBe((string)second["WebhookUrl"]!);
        ((string)_asked.Single().Body!["config"]!["secret"]!).ShouldBe((string)second["Secret"]!);
    }

    [Fact]
    public async Task What_the_host_says_is_told()
    {
        _status = StatusCodes.Status403Forbidden;

        (await _world.Api.RefusedAsync("RegisterConnectionWebhook", Input(await ConnectAsync(), "team/shop"))).ShouldBe(("ResourceUnavailableException", "127.0.0.1 answered 403 Forbidden: as told."));
    }
}
