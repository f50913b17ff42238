using System.Text;
using System.Text.Json.Nodes;
using Sluice.Packages.Contents;
using Sluice.Packages.Model;
using Sluice.Packages.Publishing;
using Sluice.Packages.Records;
using Sluice.Packages.Shapes;
using Sluice.Platform.Tables;
using Sluice.World.Refusals;

namespace Sluice.Packages.Tests.Refusals;

/// <summary>A domain with repositories, a package with versions of several statuses, a full one, one that is closed, groups and policies.</summary>
internal sealed class RefusingPackages : IRefusingWorld
{
    private readonly PackageWorld _world = new();

    public int Writes => _world.Writes;

    public static async Task<RefusingPackages> MakeAsync()
    {
        var made = new RefusingPackages();
        await made.FillAsync();
        return made;
    }

    public Task<(int Status, JsonNode? Answer)> AskAsync(string operation, JsonObject input) => _world.Api.AskAsync(operation, input.ToJsonString());

    public void Dispose() => _world.Dispose();

    private async Task FillAsync()
    {
        await _world.RepositoryAsync("plain");
        await _world.RepositoryAsync("main", external: "public:npmjs");
        await CallAsync("CreateDomain", "{'domain':'empty'}");
        var tool = new PackageId("org", "main", PackageFormat.generic, "team", "tool");
        var readme = await _world.Get<ContentStore>().WriteAsync("org", Encoding.UTF8.GetBytes("# Tool"), CancellationToken.None);
        var content = await _world.Get<ContentStore>().WriteAsync("org", Encoding.UTF8.GetBytes("1.0"), CancellationToken.None);
        var asset = new StoredAsset("a.txt", content.Size, content.Hashes);
        foreach (var version in new[] { "0.8", "0.9", "1.0" })
        {
            await _world.Get<PublishVersion>().RunAsync(new Publication(tool, version, [asset]) { Readme = version == "1.0" ? readme.Hashes.Sha256 : null }, CancellationToken.None);
        }

        await _world.Get<PublishVersion>().RunAsync(new Publication(tool, "full", [.. Enumerable.Range(0, 150).Select(number => asset with { Name = $"n{number}" })]) { Unfinished = true }, CancellationToken.None);
        await CallAsync("UpdatePackageVersionsStatus", "{'domain':'org','repository':'main','format':'generic','namespace':'team','package':'tool','versions':['0.9'],'targetStatus':'Archived'}");
        await CallAsync("PutPackageOriginConfiguration", "{'domain':'org','repository':'main','format':'generic','namespace':'team','package':'blocked','restrictions':{'publish':'BLOCK','upstream':'BLOCK'}}");
        foreach (var pattern in new[] { "/npm/ui/*", "/generic/closed/*" })
        {
            await CallAsync("CreatePackageGroup", $"{{'domain':'org','packageGroup':'{pattern}'}}");
        }

        await CallAsync("QuarantinePackageVersions", "{'domain':'org','format':'generic','namespace':'team','package':'tool','versions':['0.8'],'reason':'bad'}");
        await CallAsync("PutPackageRules", "{'domain':'org','repository':'main','rulesDocument':'{\\\"retention\\\":{\\\"newest\\\":1}}'}");
        await CallAsync("UpdatePackageGroupOriginConfiguration", "{'domain':'org','packageGroup':'/generic/closed/*','restrictions':{'PUBLISH':'BLOCK'}}");
        await CallAsync("PutDomainPermissionsPolicy", "{'domain':'org','policyDocument':'{\\\"Statement\\\":[]}'}");
        await CallAsync("PutRepositoryPermissionsPolicy", "{'domain':'org','repository':'main','policyDocument':'{\\\"Statement\\\":[]}'}");
    }

    private Task CallAsync(string operation, string input) => _world.Api.CallAsync(operation, SingleQuoted.Json(input));
}
