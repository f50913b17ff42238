using Sluice.Packages.Tests.Kills;

namespace Sluice.Packages.Tests.Entry;

/// <summary>What a request reads of the table: registries are asked thousands of times a second, and each read is a call of DynamoDB in an account.</summary>
public sealed class ReadTests : IAsyncLifetime
{
    private const string Left = "/artifacts/org/npm/main/left";
    private readonly PackageWorld _world = new();

    public async ValueTask InitializeAsync()
    {
        await _world.RepositoryAsync();
        (await _world.AskAsync("PUT", Left, NpmPublication.Document())).Status.ShouldBe(200);
        (await _world.AskAsync("GET", Left)).Status.ShouldBe(200);
    }

    public ValueTask DisposeAsync()
    {
        _world.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_document_that_is_known() => (await ReadsAsync(Left)).ShouldBe(["ACCESSKEY", "PKGREPO#org", "PKGRULES", "PKGREPO#org", "PKG#org/main"]);

    [Fact]
    public async Task A_file() => (await ReadsAsync($"{Left}/-/left-1.0.0.tgz")).ShouldBe(["ACCESSKEY", "PKGREPO#org", "PKGRULES", "PKGREPO#org", "PKG#org/main", "PKGV#org/main#npm#/left"]);

    private async Task<string[]> ReadsAsync(string path)
    {
        var before = _world.Read.Count;
        (await _world.AskAsync("GET", path)).Status.ShouldBe(200);
        return [.. _world.Read.Skip(before)];
    }
}
