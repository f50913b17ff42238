using Sluice.BuildContract.Jobs;
using Sluice.BuildRunner.Buildspecs;
using Sluice.BuildRunner.Sources;

namespace Sluice.BuildRunner.Tests.Sources;

public sealed class FetchRetryTests
{
    private const string Unwell = "error: RPC failed; HTTP 500 curl 22 The requested URL returned error: 500\nfatal: expected flush after ref listing";
    private readonly List<string> _told = [];
    private readonly EagerTime _time = new();

    private Task FetchAsync(ScriptedGit git) =>
        new GitSource(git, new Dictionary<string, string>(), new FetchPatience(_time, spread: 0.5, _told.Add)).FetchAsync(
            new JobSource { Kind = JobSourceKind.Git, Repository = "https://example.com/app.git", Version = new string('a', 40) }, "/nowhere", TestContext.Current.CancellationToken);

    [Theory]
    [InlineData(Unwell)]
    [InlineData("fatal: unable to access 'https://example.com/app.git/': The requested URL returned error: 503")]
    [InlineData("fatal: unable to access 'https://example.com/app.git/': The requested URL returned error: 429")]
    [InlineData("fatal: unable to access 'https://example.com/app.git/': Could not resolve host: example.com")]
    [InlineData("fatal: unable to access 'https://example.com/app.git/': Failed to connect to example.com port 443 after 0 ms: Couldn't connect to server")]
    [InlineData("fatal: unable to access 'https://example.com/app.git/': Operation too slow. Less than 1 bytes/sec transferred the last 30 seconds")]
    [InlineData("fetch-pack: unexpected disconnect while reading sideband packet\nfatal: early EOF")]
    [InlineData("fatal: something that nobody has seen before")]
    public async Task Waits_and_tries_again_what_may_pass(string fault)
    {
        var git = new ScriptedGit(fault, fault);

        await FetchAsync(git);

        git.Fetches.ShouldBe(3);
        _time.Pauses.ShouldBe([TimeSpan.FromSeconds(2.5), TimeSpan.FromSeconds(5)]);
        _told.ShouldBe([.. _told.Where(line => line.Contains(fault.Split('\n')[0], StringComparison.Ordinal))]);
    }

    [Theory]
    [InlineData("remote: Repository not found.\nfatal: repository 'https://example.com/app.git/' not found")]
    [InlineData("fatal: Authentication failed for 'https://example.com/app.git/'")]
    [InlineData("fatal: could not read Username for 'https://example.com': terminal prompts disabled")]
    [InlineData("error: RPC failed; HTTP 403 curl 22 The requested URL returned error: 403")]
    [InlineData("fatal: detected dubious ownership in repository at '/srv/app/.git'\nfatal: Could not read from remote repository.")]
    [InlineData("fatal: '/srv/app' does not appear to be a git repository\nfatal: Could not read from remote repository.")]
    public async Task Does_not_wait_for_what_only_a_person_can_mend(string fault)
    {
        var git = new ScriptedGit(fault);

        var error = await Should.ThrowAsync<SourceException>(() => FetchAsync(git));

        error.Message.ShouldContain(fault.Split('\n')[0]);
        error.Code.ShouldBe("DOWNLOAD_SOURCE_ERROR");
        git.Fetches.ShouldBe(1);
        _time.Pauses.ShouldBeEmpty();
    }

    [Fact]
    public async Task Gives_up_after_five_tries()
    {
        var git = new ScriptedGit(Enumerable.Repeat(Unwell, 9));

        (await Should.ThrowAsync<SourceException>(() => FetchAsync(git))).Message.ShouldContain("returned error: 500");

        git.Fetches.ShouldBe(FetchPatience.MostTries);
    }
}
