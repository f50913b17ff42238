using System.Text.Json.Nodes;

namespace Sluice.Local.Tests.Clients;

/// <summary>The <c>aws</c> program, unchanged, with the endpoint and the credentials of a suite that serves. A test without the program is skipped.</summary>
internal sealed class AwsCli(Uri endpoint, string credentials)
{
    private readonly string _program = ClientProgram.Need("aws");

    /// <summary>What a client of a suite is told by its environment.</summary>
    public static Dictionary<string, string> EnvironmentOf(Uri endpoint, string credentials) => new()
    {
        ["AWS_ENDPOINT_URL"] = endpoint.GetLeftPart(UriPartial.Authority),
        ["AWS_SHARED_CREDENTIALS_FILE"] = credentials,
        ["AWS_CONFIG_FILE"] = credentials + ".none",
        ["AWS_DEFAULT_REGION"] = "us-east-1",
        ["AWS_DEFAULT_OUTPUT"] = "json",
        ["AWS_PAGER"] = "",
        ["AWS_MAX_ATTEMPTS"] = "1",
        ["AWS_EC2_METADATA_DISABLED"] = "true",
    };

    /// <summary>Runs <c>aws</c>, however it ends.</summary>
    /// <param name="more">More of its environment.</param>
    public Task<ProgramEnd> TryAsync(IEnumerable<string> arguments, params IEnumerable<(string Name, string Value)> more)
    {
        var environment = EnvironmentOf(endpoint, credentials);
        foreach (var (name, value) in more)
        {
            environment[name] = value;
        }

        return ClientProgram.RunAsync(_program, Path.GetTempPath(), arguments, environment, TestContext.Current.CancellationToken);
    }

    /// <summary>What it answers; an empty document if nothing.</summary>
    public async Task<JsonNode> RunAsync(params string[] arguments)
    {
        var end = await TryAsync(arguments);
        end.ExitCode.ShouldBe(0, $"aws {string.Join(' ', arguments)}\n{end.All}");
        return end.Output.Trim() is { Length: > 0 } output ? JsonNode.Parse(output)! : new JsonObject();
    }

    /// <summary>What it says when it is refused, as it must be.</summary>
    public async Task<string> RefusalAsync(params string[] arguments)
    {
        var end = await TryAsync(arguments);
        end.ExitCode.ShouldNotBe(0, $"aws {string.Join(' ', arguments)}\n{end.All}");
        return end.Errors;
    }
}
