using System.Text.Json.Nodes;
using Sluice.Local.Host;
using Sluice.Local.Tests.Clients;

namespace Sluice.Local.Tests.Cloud.Wire;

/// <summary>The real <c>aws</c> command against a suite of its own.</summary>
internal sealed class AwsClient : IAsyncDisposable
{
    private readonly string _folder;
    private readonly Suite _suite;
    private readonly AwsCli _aws;

    private AwsClient(Suite suite, string folder) =>
        (_suite, _folder, _aws) = (suite, folder, new AwsCli(suite.Url, suite.CredentialsFile));

    public string Folder => _folder;

    public Uri Url => _suite.Url;

    public string Credentials => _suite.CredentialsFile;

    /// <summary>Skips the test where there is no <c>aws</c>.</summary>
    public static async Task<AwsClient> StartAsync()
    {
        ClientProgram.Need("aws");
        var folder = Directory.CreateTempSubdirectory("sluice-aws-").FullName;
        var environment = Environment.GetEnvironmentVariables().Cast<System.Collections.DictionaryEntry>()
            .ToDictionary(pair => (string)pair.Key, pair => (string)pair.Value!, StringComparer.Ordinal);
        return new AwsClient(await Suite.StartAsync(new SuiteOptions(Path.Combine(folder, "data"), 0, environment), TimeProvider.System), folder);
    }

    /// <summary>What the command prints, which is JSON or nothing.</summary>
    public Task<JsonNode> RunAsync(params string[] arguments) => _aws.RunAsync(arguments);

    /// <summary>What a command says that does not speak JSON.</summary>
    public async Task<string> TextAsync(params string[] arguments)
    {
        var end = await _aws.TryAsync(arguments);
        end.ExitCode.ShouldBe(0, $"aws {string.Join(' ', arguments)}\n{end.All}");
        return end.Output;
    }

    /// <summary>What the command says when it fails.</summary>
    public Task<string> RefusalAsync(params string[] arguments) => _aws.RefusalAsync(arguments);

    /// <summary>What it says to someone with a key that nobody has.</summary>
    public async Task<string> RefusalOfStrangerAsync(params string[] arguments)
    {
        var end = await _aws.TryAsync(arguments, ("AWS_ACCESS_KEY_ID", "AKIANOBODYNOBODYNOBO"), ("AWS_SECRET_ACCESS_KEY", "nobody"));
        end.ExitCode.ShouldNotBe(0);
        return end.Errors;
    }

    public async ValueTask DisposeAsync()
    {
        await _suite.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
