using System.Text.Json.Nodes;
using Sluice.Platform.Access;
using Sluice.Platform.Access.Tokens;
using Sluice.Platform.Protocol;

namespace Sluice.Packages.Tests.Rules;

/// <summary>CodeArtifact with rules.</summary>
internal sealed class RuledWorld(IReadOnlyDictionary<string, Uri>? outside = null) : IDisposable
{
    public PackageWorld World { get; } = new(outside);

    /// <summary>Gives a repository rules.</summary>
    public Task PutAsync(string repository, string document) => World.Api.CallAsync("PutPackageRules", new JsonObject { ["domain"] = "org", ["repository"] = repository, ["rulesDocument"] = document });

    /// <summary>Gives a package group rules; it is made if there is none.</summary>
    public async Task PutOfGroupAsync(string pattern, string document)
    {
        if (pattern != "/*")
        {
            await World.Api.CallAsync("CreatePackageGroup", new JsonObject { ["domain"] = "org", ["packageGroup"] = pattern });
        }

        await World.Api.CallAsync("PutPackageRules", new JsonObject { ["domain"] = "org", ["packageGroup"] = pattern, ["rulesDocument"] = document });
    }

    /// <summary>The answer to an input that is the inside of an object, in JSON with single quotes.</summary>
    public async Task<JsonObject> CallAsync(string operation, string input) => (JsonObject)(await World.Api.CallAsync(operation, SingleQuoted.Json($"{{{input}}}")))!;

    /// <summary>What a registry answers an administrator at whatever time it is.</summary>
    public async Task<ApiResponse> GetAsync(string path, params IEnumerable<(string Name, string Value)> headers) => await World.AskAsync(await World.TokenAsync(), "GET", path, null, headers);

    /// <summary>A token that resolves as of a time.</summary>
    public async Task<string> TokenAsync(DateTimeOffset asOf)
    {
        var key = await World.Get<AccessKeys>().IssueAsync("reader", "build");
        return (await World.Get<PackageTokens>().IssueAsync("org", key.Key.AccessKeyId, TimeSpan.FromHours(12), asOf, CancellationToken.None)).Token;
    }

    public void Dispose() => World.Dispose();
}
