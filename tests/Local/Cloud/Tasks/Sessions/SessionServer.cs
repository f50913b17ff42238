using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Sluice.Local.StateMachines.Tasks;

namespace Sluice.Local.Tests.Cloud.Tasks.Sessions;

/// <summary>The stand-ins with a task that waits until it is told to end, and a server for its sessions.</summary>
internal sealed class SessionServer : IAsyncDisposable
{
    private readonly CloudUnderTest _cloud = new();
    private readonly WebApplication _web;
    private Task<JsonNode?>? _job;

    private SessionServer()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddRoutingCore();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _web = builder.Build();
        _web.UseWebSockets().Run(context => _cloud.Services.AnswerSessionAsync(context));
    }

    public CloudUnderTest Cloud => _cloud;

    public string EndFile => Path.Combine(_cloud.Folder, "end");

    public string TaskArn { get; private set; } = "";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<SessionServer> StartAsync(bool letsIn = true, Action<Dictionary<string, string>>? machine = null)
    {
        var server = new SessionServer();
        machine?.Invoke(server._cloud.Environment);
        server._cloud.Define("runner", $"until [ -e '{server.EndFile}' ]; do /bin/sleep 0.1; done");
        await server._cloud.StartAsync();
        await server._web.StartAsync(Cancellation);
        await server.RunAsync(letsIn);
        return server;
    }

    /// <summary>Begins a command in the task.</summary>
    public async Task<JsonNode> ExecuteAsync(string command) =>
        (await _cloud.CallAsync("ecs:executeCommand", new { Cluster = "builds", Task = TaskArn, Command = command, Interactive = true }))["Session"]!;

    /// <summary>Comes to a session.</summary>
    public Task<SessionClient> ConnectAsync(JsonNode session, string? token = null) => SessionClient.ConnectAsync(UrlOf(session), token ?? (string)session["TokenValue"]!);

    public Uri UrlOf(JsonNode session) => new UriBuilder(_web.Urls.Single()) { Scheme = "ws", Path = new Uri((string)session["StreamUrl"]!).AbsolutePath }.Uri;

    /// <summary>A command, and somebody who sits at it.</summary>
    public async Task<SessionClient> SitAsync(string command) => await ConnectAsync(await ExecuteAsync(command));

    /// <summary>Lets the task come to its end.</summary>
    public async Task EndTaskAsync()
    {
        await File.WriteAllTextAsync(EndFile, "", Cancellation);
        await _job!;
    }

    public async ValueTask DisposeAsync()
    {
        _cloud.Services.Stopping();
        await _web.DisposeAsync();
        await _cloud.DisposeAsync();
        await ((Task)_job!).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task RunAsync(bool letsIn)
    {
        var accepted = new TaskCompletionSource<JsonNode?>();
        var input = new JsonObject { ["Cluster"] = "builds", ["TaskDefinition"] = "runner", ["Group"] = "b-1", ["EnableExecuteCommand"] = letsIn };
        var call = new TaskCall("arn:aws:states:::ecs:runTask", ServicePattern.RunAJob, input, "arn:execution", "RunBuild") { Submitted = accepted.SetResult };
        _job = _cloud.Services.CallAsync(call, CancellationToken.None);
        TaskArn = (string)(await accepted.Task)!["Tasks"]![0]!["TaskArn"]!;
    }
}
