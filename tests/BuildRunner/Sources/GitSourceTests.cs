using System.Diagnostics;
using Sluice.BuildContract;

namespace Sluice.BuildRunner.Tests.Sources;

public sealed class GitSourceTests : IDisposable
{
    private readonly BuildFixture _fixture = new();

    [Fact]
    public async Task Builds_exactly_the_commit_that_was_asked_for_even_if_it_is_no_branchs_head()
    {
        _fixture.Repository.Write("buildspec.yml", "version: 0.2\nphases: {build: {commands: [cat which.txt]}}");
        _fixture.Repository.Write("which.txt", "first\n");
        var first = _fixture.Repository.Commit();
        _fixture.Repository.Write("which.txt", "second\n");
        _fixture.Repository.Commit();

        var result = await _fixture.BuildCommitAsync(first, TestContext.Current.CancellationToken);

        result.Status.ShouldBe(BuildStatus.Succeeded, _fixture.Log);
        _fixture.Log.ShouldContain("\nfirst\n");
    }

    [Fact]
    public async Task A_commit_that_is_not_there_is_a_clear_error()
    {
        _fixture.Repository.Commit();

        var result = await _fixture.BuildCommitAsync(new string('a', 40), TestContext.Current.CancellationToken);

        BuildFixture.Phases(result).ShouldBe("DOWNLOAD_SOURCE!FAILED FINALIZING COMPLETED");
        result.Message!.ShouldContain("is not in");
        result.Message!.ShouldContain("force push");
    }

    [Fact]
    public async Task A_repository_that_is_gone_is_a_clear_error()
    {
        var commit = _fixture.Repository.Commit();
        Directory.Delete(Path.Combine(_fixture.Repository.Folder, ".git"), recursive: true);

        var result = await _fixture.BuildCommitAsync(commit, TestContext.Current.CancellationToken);

        result.Message!.ShouldContain("could not be read");
    }

    [Fact]
    public async Task The_machines_git_hooks_do_not_run()
    {
        using var home = new TemporaryFolder();
        var hook = home.Write("hooks/post-checkout", "#!/bin/sh\necho hooked > \"$HOME/hooked\"\n");
        Process.Start("chmod", ["700", hook]).WaitForExit();
        home.Write(".gitconfig", $"[core]\n\thooksPath = {home.Path}/hooks\n");
        _fixture.Machine["HOME"] = home.Path;
        _fixture.Machine["GIT_DIR"] = "/nowhere";

        var result = await _fixture.BuildAsync("version: 0.2\nphases: {build: {commands: [pwd]}}", TestContext.Current.CancellationToken);

        result.Status.ShouldBe(BuildStatus.Succeeded, _fixture.Log);
        File.Exists(Path.Combine(home.Path, "hooked")).ShouldBeFalse();
    }

    public void Dispose() => _fixture.Dispose();
}
