using Microsoft.Extensions.Logging.Abstractions;
using Sluice.Local.Host.Sources;
using Sluice.Pipelines.Sources;

namespace Sluice.Local.Tests.Host.Sources;

public sealed class FolderEventsTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly string[] Identity = ["-c", "user.name=Test", "-c", "user.email=test@example.com", "-c", "commit.gpgsign=false", "-c", "init.defaultBranch=main"];
    private readonly string _folder = Directory.CreateTempSubdirectory("sluice-events").FullName;
    private readonly List<string> _told = [];

    [Fact]
    public async Task Hears_of_a_commit_on_any_branch_and_of_a_branch_that_is_moved_back()
    {
        Git("init", "--quiet");
        Git("commit", "--quiet", "--allow-empty", "--message", "first");
        using var heard = new SemaphoreSlim(0);
        var events = new FolderEvents(_told.Add, NullLogger<FolderEvents>.Instance);

        using var watch = events.Watch(BranchFolders.Of(_folder)!, () => heard.Release());

        watch.ShouldNotBeNull();
        await HearsAsync(heard, "commit", "--quiet", "--allow-empty", "--message", "second");
        await HearsAsync(heard, "reset", "--quiet", "--hard", "HEAD~1");
        await HearsAsync(heard, "checkout", "--quiet", "-b", "feature/deep/name");
        _told.ShouldBeEmpty();
    }

    [Fact]
    public void A_folder_that_is_not_there_cannot_be_heard_of() =>
        new FolderEvents(_told.Add, NullLogger<FolderEvents>.Instance).Watch(Path.Combine(_folder, "none"), () => { }).ShouldBeNull();

    [Fact]
    public void A_host_has_no_folder_and_a_worktree_has_its_repositorys()
    {
        Git("init", "--quiet");
        Git("commit", "--quiet", "--allow-empty", "--message", "first");
        Git("worktree", "add", "--quiet", Path.Combine(_folder, "tree"), "-b", "other");

        BranchFolders.Of(Path.Combine(_folder, "tree")).ShouldBe(Path.Combine(_folder, ".git", "refs", "heads"));
        BranchFolders.Of("https://example.com/app.git").ShouldBeNull();
        BranchFolders.Of("ssh://example.com/app.git").ShouldBeNull();
        BranchFolders.Of(Path.Combine(_folder, "none")).ShouldBeNull();
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task HearsAsync(SemaphoreSlim heard, params IEnumerable<string> command)
    {
        while (heard.Wait(0))
        {
            // What came of the command before.
        }

        Git([.. command]);
        (await heard.WaitAsync(Patience, TestContext.Current.CancellationToken)).ShouldBeTrue(string.Join(' ', command));
    }

    private void Git(params IEnumerable<string> arguments) => Local.Commands.Releases.Git.Run(_folder, [.. Identity, .. arguments]);
}
