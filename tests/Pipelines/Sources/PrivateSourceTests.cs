using Microsoft.AspNetCore.Http;
using Sluice.Pipelines.Sources;

namespace Sluice.Pipelines.Tests.Sources;

public sealed class PrivateSourceTests : IDisposable
{
    private const string Expected = "Basic eC1hY2Nlc3MtdG9rZW46czNjcmV0";
    private readonly PrivateSources _sources = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _sources.Dispose();

    [Fact]
    public async Task Reads_a_private_repository_with_what_its_connection_signs_in_with()
    {
        using var repository = new GitRepository();
        var commit = repository.Commit();
        repository.Run("-c", "user.name=T", "-c", "user.email=t@localhost", "tag", "-a", "-m", "v", "v1");
        repository.Run("tag", "light");
        var newer = repository.Commit();
        await using var server = await LoopbackServer.StartAsync(Guarded(GitBackend.Of(repository.Root)));
        var url = $"{server.Address}/repo/.git";
        _sources.Token(server.Address);

        (await _sources.Refs.ReadHeadAsync(url, "main", PrivateSources.Arn, isPoll: false, Stop)).ShouldBe(new RefHead("main", newer));
        var all = await _sources.Refs.ReadAllAsync(url, PrivateSources.Arn, isPoll: true, Stop);
        all.Branches.ShouldBe(new Dictionary<string, string> { ["main"] = newer });
        all.HeadBranch.ShouldBe("main");
        all.Tags.ShouldBe(new Dictionary<string, string> { ["v1"] = commit, ["light"] = commit }, ignoreOrder: true);
        (await _sources.Probe.CanFetchAsync(url, newer, PrivateSources.Arn, Stop)).ShouldBeTrue();
        (await RefusalAsync(url, null)).ShouldContain("refuses to be read without credentials (401)");
    }

    [Fact]
    public async Task Says_that_a_host_refuses_the_connection_and_does_not_show_the_token()
    {
        using var repository = new GitRepository();
        repository.Commit();
        await using var server = await LoopbackServer.StartAsync(Guarded(GitBackend.Of(repository.Root)));
        _sources.Token(server.Address, token: "another");

        var refusal = await RefusalAsync($"{server.Address}/repo/.git", PrivateSources.Arn);
        refusal.ShouldContain("refuses what the connection signs in with (401)");
        refusal.ShouldNotContain("another");
        (await _sources.Probe.CanFetchAsync($"{server.Address}/repo/.git", new string('a', 40), PrivateSources.Arn, Stop)).ShouldBeFalse();
    }

    [Fact]
    public async Task Sends_nothing_to_another_host_than_the_connections()
    {
        var asked = 0;
        await using var other = await LoopbackServer.StartAsync(context =>
        {
            asked++;
            return Task.CompletedTask;
        });
        _sources.Token("https://git.example.com");

        (await RefusalAsync($"{other.Address}/repo.git", PrivateSources.Arn)).ShouldContain("is for git.example.com, and is not used for");
        asked.ShouldBe(0);
    }

    [Fact]
    public async Task A_redirect_carries_no_token_along()
    {
        string? seen = "nothing was asked";
        await using var other = await LoopbackServer.StartAsync(context =>
        {
            seen = context.Request.Headers.Authorization;
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        });
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.Redirect($"{other.Address}{context.Request.Path}{context.Request.QueryString}");
            return Task.CompletedTask;
        });
        _sources.Token(server.Address);

        (await RefusalAsync($"{server.Address}/repo.git", PrivateSources.Arn)).ShouldContain("There is no repository at");
        seen.ShouldBeNullOrEmpty();
    }

    [Fact]
    public async Task Says_that_a_connection_is_gone_and_that_an_SSH_address_needs_one()
    {
        (await RefusalAsync("https://git.example.com/a/b.git", "arn:aws:codeconnections:us-east-1:123456789012:connection/gone")).ShouldStartWith("There is no connection arn:");
        (await RefusalAsync("git@git.example.com:a/b.git", null)).ShouldContain("is read by a connection with an SSH key");
        _sources.Token("https://git.example.com");
        (await RefusalAsync("git@git.example.com:a/b.git", PrivateSources.Arn)).ShouldContain("is for git.example.com, and is not used for ssh:");
        SourceRules.RepositoryFault("git@git.example.com:a/b.git", PrivateSources.Arn).ShouldBeNull();
        SourceRules.RepositoryFault("ssh://git:secret@git.example.com/a", PrivateSources.Arn)!.ShouldNotContain("secret");
        SourceRules.RepositoryFault("git@git.example.com:a/b.git").ShouldNotBeNull();
    }

    private static RequestDelegate Guarded(RequestDelegate git) => context =>
    {
        if (context.Request.Headers.Authorization == Expected)
        {
            return git(context);
        }

        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        return Task.CompletedTask;
    };

    private async Task<string> RefusalAsync(string url, string? arn) =>
        (await Should.ThrowAsync<SourceUnavailableException>(() => _sources.Refs.ReadHeadAsync(url, "main", arn, isPoll: false, Stop))).Message;
}
