using System.Net.WebSockets;
using System.Text.Json.Nodes;
using Sluice.Local.Tests.Cloud.Tasks.Sessions;

namespace Sluice.Local.Tests.Clients;

/// <summary>A terminal in a sandbox that really runs, opened over CodeBuild's API and used by a client that others made: npm's <c>ssm-session</c>.</summary>
public sealed class SandboxTerminalTests(ClientSuite suite) : IClassFixture<ClientSuite>
{
    private static readonly string[] _packages = ["ssm-session@1.0.6", "ws@8.18.0"];

    /// <summary>Types a line, prints what comes, and ends when the session does.</summary>
    private const string Script = """
        const { ssm } = require("ssm-session");
        const WebSocket = require("ws");
        const session = JSON.parse(process.argv[2]);
        const socket = new WebSocket(session.streamUrl);
        socket.on("open", () => {
          ssm.init(socket, { token: session.tokenValue, termOptions: { rows: 34, cols: 197 } });
          for (const key of process.argv[3] + "\r") ssm.sendText(socket, new TextEncoder().encode(key));
        });
        socket.on("message", data => {
          const message = ssm.decode(data);
          ssm.sendACK(socket, message);
          if (message.payloadType === 1) process.stdout.write(Buffer.from(message.payload));
        });
        socket.on("error", error => { console.error(error.message); process.exitCode = 1; });
        """;

    private readonly AwsService _aws = new(new AwsCli(suite.Endpoint, suite.Credentials), "codebuild");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_connects_is_in_the_source_with_the_builds_variables_until_the_sandbox_ends()
    {
        var (npm, node) = (ClientProgram.Need("npm"), ClientProgram.Need("node"));
        var install = await ClientProgram.RunAsync(npm, suite.Folder, ["install", "--no-audit", "--no-fund", "--silent", "--prefix", suite.Folder, .. _packages], new Dictionary<string, string>(), Cancellation);
        install.ExitCode.ShouldBe(0, install.All);
        await File.WriteAllTextAsync(Path.Combine(suite.Folder, "terminal.js"), Script, Cancellation);
        var sandbox = await StartAsync();

        var session = await ConnectAsync(sandbox);
        var end = await ClientProgram.RunAsync(
            node, suite.Folder, ["terminal.js", session.ToJsonString(), "test \"$PWD\" = \"$CODEBUILD_SRC_DIR\" && echo \"in [$CODEBUILD_SRC_DIR] with $GREETING, $(stty size)\"; exit"], new Dictionary<string, string>(), Cancellation);

        end.ExitCode.ShouldBe(0, end.All);
        end.Output.ShouldMatch(@"in \[/.+/src\] with a 'good' day, 34 197\r\n");

        using var client = await SessionClient.ConnectAsync(UrlOf(await ConnectAsync(sandbox), out var token), token);
        await client.TypeAsync("echo 'still ''here'\r");
        await client.PrintsAsync("still here");
        await _aws.RunAsync("stop-sandbox", "--id", sandbox);
        await client.EndsAsync();
        client.Closed.ShouldBe("");
        (await _aws.RefusalAsync("start-sandbox-connection", "--sandbox-id", sandbox)).ShouldContain($"Failed to start SSM session for sandbox arn:aws:codebuild:us-east-1:123456789012:sandbox/{sandbox}: codebuild:{sandbox.Split(':')[1]} is not connected.");
    }

    [Fact]
    public async Task No_web_page_comes_to_a_session()
    {
        var url = UrlOf(await ConnectAsync(await StartAsync()), out var token);

        (await Should.ThrowAsync<WebSocketException>(() => SessionClient.ConnectAsync(url, token, "https://elsewhere.example"))).Message.ShouldContain("403");
        using var client = await SessionClient.ConnectAsync(url, token);
        await client.TypeAsync("exit\r");
        await client.EndsAsync();
    }

    private static Uri UrlOf(JsonNode session, out string token)
    {
        token = (string)session["tokenValue"]!;
        return new Uri((string)session["streamUrl"]!);
    }

    private async Task<JsonNode> ConnectAsync(string sandbox) => (await _aws.RunAsync("start-sandbox-connection", "--sandbox-id", sandbox))["ssmSession"]!;

    /// <summary>One that takes commands.</summary>
    private async Task<string> StartAsync()
    {
        var project = $"shop-{Guid.NewGuid()}";
        var variables = new JsonArray(new JsonObject { ["name"] = "GREETING", ["value"] = "a 'good' day" });
        var environment = new JsonObject { ["type"] = "LINUX_CONTAINER", ["image"] = "local", ["computeType"] = "BUILD_GENERAL1_SMALL", ["environmentVariables"] = variables };
        await _aws.RunAsync(
            "create-project", "--name", project, "--source", """{"type":"NO_SOURCE","buildspec":"version: 0.2\n"}""", "--artifacts", "type=NO_ARTIFACTS",
            "--environment", environment.ToJsonString(), "--service-role", "arn:aws:iam::123456789012:role/build");
        var id = (string)(await _aws.RunAsync("start-sandbox", "--project-name", project))["sandbox"]!["id"]!;
        using var late = new CancellationTokenSource(TimeSpan.FromMinutes(10));
        while ((string)(await _aws.RunAsync("batch-get-sandboxes", "--ids", id))["sandboxes"]![0]!["status"]! != "RUN_SANDBOX")
        {
            // Asking takes a process of its own, which is pause enough.
            late.Token.ThrowIfCancellationRequested();
        }

        return id;
    }
}
