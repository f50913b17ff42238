using System.Text.Json.Nodes;
using static Sluice.Packages.Tests.Formats.Swift.SwiftWorld;

namespace Sluice.Packages.Tests.Rules;

/// <summary>Releases of Swift's packages, which come from nowhere else.</summary>
public sealed class SwiftRuleTests : IAsyncLifetime
{
    private const string Package = Registry + "/mona/LinkedList";
    private readonly RuledWorld _ruled = new();

    public async ValueTask InitializeAsync()
    {
        await _ruled.World.RepositoryAsync();
        foreach (var (version, url) in new[] { ("1.0.0", "one"), ("2.0.0", "two") })
        {
            (await _ruled.World.PublishAsync($"mona/LinkedList/{version}", Formats.Swift.SwiftWorld.Package(), $$"""{"repositoryURLs": ["https://example.com/{{url}}"]}""")).Status.ShouldBe(201);
            _ruled.World.Clock.Moved += TimeSpan.FromHours(1);
        }
    }

    public ValueTask DisposeAsync()
    {
        _ruled.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task What_is_in_quarantine_is_in_no_list_and_refused_by_name()
    {
        await _ruled.CallAsync("QuarantinePackageVersions", "'domain':'org','format':'swift','namespace':'mona','package':'linkedlist','versions':['2.0.0'],'reason':'it steals'");

        await OnlyTheFirstAsync("it steals");
    }

    [Fact]
    public async Task What_is_blocked_is_in_no_list_and_refused_by_name()
    {
        await _ruled.PutAsync("main", """{"block": [{"package": "/swift/mona/linkedlist$", "versions": [">=2.0.0-beta"], "reason": "CVE-1"}]}""");

        await OnlyTheFirstAsync("CVE-1");
    }

    [Fact]
    public async Task A_frozen_repository_gives_what_there_was()
    {
        await _ruled.PutAsync("main", """{"frozenAt": "2000-01-01T00:30:00Z"}""");

        await OnlyTheFirstAsync("is frozen at");
    }

    [Fact]
    public async Task A_token_resolves_as_of_its_time()
    {
        var pinned = await _ruled.TokenAsync(new DateTimeOffset(2000, 1, 1, 0, 30, 0, TimeSpan.Zero));

        (await ReleasesAsync(pinned)).ShouldBe(["1.0.0"]);
        (await _ruled.World.AskAsync(pinned, "GET", $"{Package}/2.0.0.zip")).Status.ShouldBe(403);
        (await ReleasesAsync(await _ruled.World.TokenAsync())).ShouldBe(["2.0.0", "1.0.0"]);
    }

    private async Task OnlyTheFirstAsync(string because)
    {
        (await ReleasesAsync(await _ruled.World.TokenAsync())).ShouldBe(["1.0.0"]);
        Header(await _ruled.GetAsync($"{Package}/1.0.0"), "Link")!.ShouldNotContain("successor");
        foreach (var path in new[] { "2.0.0", "2.0.0.zip", "2.0.0/Package.swift" })
        {
            await _ruled.GetAsync($"{Package}/{path}").RefusedAsync(403, because);
        }

        (await _ruled.GetAsync($"{Registry}/identifiers?url=https://example.com/one")).Status.ShouldBe(200);
        (await _ruled.GetAsync($"{Registry}/identifiers?url=https://example.com/two")).Status.ShouldBe(404);
        (await _ruled.GetAsync($"{Package}/1.0.0.zip")).Status.ShouldBe(200);
    }

    private async Task<string[]> ReleasesAsync(string token) =>
        [.. ((JsonObject)(await PackageWorld.JsonAsync(await _ruled.World.AskAsync(token, "GET", Package)))["releases"]!).Select(release => release.Key)];
}
