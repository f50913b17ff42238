using System.Globalization;
using System.Text.Json.Nodes;
using Sluice.Benchmarks.Api;
using Sluice.Platform.Tests.SigV4;

namespace Sluice.Benchmarks.Builds;

/// <summary>Builds of one project whose only command notes when it runs.</summary>
internal sealed class StartedBuilds(HttpCaller http, TestSigner signer) : IDisposable
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly string _noted = Path.GetTempFileName();

    public Task CreateProjectAsync() => CallAsync("CreateProject", new JsonObject
    {
        ["name"] = "bench",
        ["serviceRole"] = "arn:aws:iam::123456789012:role/build",
        ["source"] = new JsonObject { ["type"] = "NO_SOURCE", ["buildspec"] = Buildspecs.Of([$"echo \"$EPOCHREALTIME\" > '{_noted}'"]) },
        ["artifacts"] = new JsonObject { ["type"] = "NO_ARTIFACTS" },
        ["environment"] = new JsonObject { ["type"] = "LINUX_CONTAINER", ["image"] = "local", ["computeType"] = "BUILD_GENERAL1_SMALL" },
    });

    /// <summary>Runs one to its end, and demands that it succeeds.</summary>
    /// <returns>Milliseconds from before the request to the command.</returns>
    public async Task<double> RunAsync()
    {
        var asked = Now();
        var build = (await CallAsync("StartBuild", new JsonObject { ["projectName"] = "bench" }))["build"]!;
        for (var began = TimeProvider.System.GetTimestamp(); !(bool)build["buildComplete"]!;)
        {
            await Task.Delay(Glance, TimeProvider.System);
            build = (await CallAsync("BatchGetBuilds", new JsonObject { ["ids"] = new JsonArray((string)build["id"]!) }))["builds"]![0]!;
            if (TimeProvider.System.GetElapsedTime(began) > Patience)
            {
                throw new InvalidOperationException($"The build does not end: {build}");
            }
        }

        return (string?)build["buildStatus"] == "SUCCEEDED"
            ? (decimal.ToDouble(decimal.Parse(await File.ReadAllTextAsync(_noted), CultureInfo.InvariantCulture)) * 1e3) - asked
            : throw new InvalidOperationException($"The build failed: {build}");
    }

    public void Dispose() => File.Delete(_noted);

    private async Task<JsonObject> CallAsync(string operation, JsonObject input) => (JsonObject)JsonNode.Parse(await http.CallAsync(signer.Sign(
        TimeProvider.System.GetUtcNow(), $"CodeBuild_20161006.{operation}", input.ToJsonString(), [new("Content-Type", "application/x-amz-json-1.1")])))!;

    private static double Now() => (TimeProvider.System.GetUtcNow() - DateTimeOffset.UnixEpoch).TotalMilliseconds;
}
