using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Sluice.Packages.Tests.Api;

/// <summary>CodeArtifact's operations in a domain with the repositories main and prod.</summary>
internal sealed class ApiWorld : IDisposable
{
    public const string Tool = "'domain':'org','repository':'main','format':'generic','namespace':'team','package':'tool'";

    public PackageWorld World { get; } = new();

    public static async Task<ApiWorld> MakeAsync()
    {
        var made = new ApiWorld();
        await made.World.RepositoryAsync("main");
        await made.World.RepositoryAsync("prod");
        return made;
    }

    /// <summary>The answer to an input that is the inside of an object, in JSON with single quotes.</summary>
    public async Task<JsonObject> CallAsync(string operation, string input = "") => (JsonObject)(await World.Api.CallAsync(operation, SingleQuoted.Json($"{{{input}}}")) ?? new JsonObject());

    public Task<(string Code, string Message)> RefusedAsync(string operation, string input) => World.Api.RefusedAsync(operation, SingleQuoted.Json($"{{{input}}}"));

    /// <summary>Publishes a file of the generic package 'tool'.</summary>
    public Task<JsonObject> PublishAsync(string version, string content = "content", string asset = "a.txt", bool unfinished = false, string package = Tool)
    {
        var bytes = Encoding.UTF8.GetBytes(content);
        return CallAsync(
            "PublishPackageVersion",
            $"{package},'packageVersion':'{version}','assetName':'{asset}','assetSHA256':'{Convert.ToHexStringLower(SHA256.HashData(bytes))}','assetContent':'{Convert.ToBase64String(bytes)}'{(unfinished ? ",'unfinished':true" : "")}");
    }

    /// <summary>The numbers of the versions that there are, with their statuses.</summary>
    public async Task<IReadOnlyList<string>> VersionsAsync(string package = Tool) => [.. ((JsonArray)(await CallAsync("ListPackageVersions", package))["versions"]!).Select(version => $"{version!["version"]} {version["status"]}")];

    /// <summary>What was told of versions, in its order.</summary>
    public async Task<IReadOnlyList<string>> ToldAsync() => [.. (await World.EventsAsync()).Where(told => told.Source == "sluice.codeartifact").Select(told => $"{told.Detail["repositoryName"]} {told.Detail["packageVersion"]} {told.Detail["operationType"]} {told.Detail["packageVersionState"]}")];

    public static IReadOnlyList<string> Names(JsonObject answer, string list, string name) => [.. ((JsonArray)answer[list]!).Select(one => (string)one![name]!)];

    public void Dispose() => World.Dispose();
}
