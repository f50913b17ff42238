using Sluice.Packages.Tests.Kills;
using Sluice.Packages.Model;
using Sluice.Packages.Records;
using Sluice.Packages.Shapes;
using Sluice.Platform.Access.Tokens;

namespace Sluice.Packages.Tests.Entry;

/// <summary>What a build asks of the repository that its clients are to use.</summary>
public sealed class BuildRepositoriesTests : IDisposable
{
    private const string Build = "shop:11111111-1111-4111-8111-111111111111";
    private readonly PackageWorld _world = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task The_suites_own_repository_is_made_when_a_build_first_asks_and_stays_as_it_is()
    {
        (await AskAsync("sluice", "builds")).ShouldBe((200, """{"outside":[]}"""));
        await _world.Get<RepositoryStore>().ChangeAsync(new RepositoryId("sluice", "builds"), before => before with { ExternalConnection = "public:npmjs" }, CancellationToken.None);

        (await AskAsync("sluice", "builds")).ShouldBe((200, """{"outside":["npm"]}"""));
    }

    [Fact]
    public async Task Builds_that_ask_at_once_all_get_it() =>
        (await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => AskAsync("sluice", "builds")))).ShouldAllBe(answer => answer.Status == 200);

    [Fact]
    public async Task What_upstreams_take_from_outside_counts()
    {
        await _world.RepositoryAsync("pypi-store", external: "public:pypi");
        await _world.RepositoryAsync("npm-store", external: "public:npmjs");
        await _world.RepositoryAsync("both", upstreams: ["pypi-store", "npm-store"]);
        await _world.RepositoryAsync(upstreams: ["both"]);

        (await AskAsync("org", "main")).ShouldBe((200, """{"outside":["npm","pypi"]}"""));
    }

    [Fact]
    public async Task Another_repository_is_not_made()
    {
        await _world.RepositoryAsync();

        (await AskAsync("org", "other")).Status.ShouldBe(404);
        (await AskAsync("else", "builds")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task A_token_of_another_domain_or_none_is_refused()
    {
        await _world.RepositoryAsync();

        (await AskAsync("org", "main", await TokenAsync("sluice"))).Status.ShouldBe(401);
        (await AskAsync("org", "main", "guessed")).Status.ShouldBe(401);
    }

    [Fact]
    public async Task A_build_can_publish_and_is_who_published()
    {
        await AskAsync("sluice", "builds");
        var token = await TokenAsync("sluice");

        (await _world.AskAsync(token, "PUT", "/artifacts/sluice/npm/builds/left", NpmPublication.Document())).Status.ShouldBe(200);

        var stored = await _world.Get<PackageStore>().FindVersionAsync(new PackageId("sluice", "builds", PackageFormat.npm, null, "left"), "1.0.0", CancellationToken.None);
        stored!.Value.PublishedBy.ShouldBe(Build);
    }

    [Fact]
    public async Task A_builds_token_ends()
    {
        await AskAsync("sluice", "builds");
        var token = await TokenAsync("sluice");
        _world.Clock.Advance(TimeSpan.FromHours(2));

        (await AskAsync("sluice", "builds", token)).Text.ShouldContain("expired");
    }

    private async Task<string> TokenAsync(string domain) => (await _world.Get<PackageTokens>().IssueForBuildAsync(domain, Build, TimeSpan.FromHours(1), asOf: null, CancellationToken.None)).Token;

    private async Task<(int Status, string Text)> AskAsync(string domain, string repository, string? token = null)
    {
        var answer = await _world.AskAsync(token ?? await TokenAsync(domain), "POST", $"/artifacts/{domain}/builds/{repository}");
        return (answer.Status, await PackageWorld.TextAsync(answer));
    }
}
