using Sluice.Local.Host.Sources;
using Sluice.Pipelines.Sources;

namespace Sluice.Local.Tests.Host.Sources;

public sealed class GitFolderHistoryTests
{
    private readonly GitFolderHistory _history = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Reads_refs_changes_and_commits_of_a_folder()
    {
        using var repository = new GitRepository();
        repository.Write("a", "1");
        var first = repository.Commit("first");
        repository.Run("-c", "user.name=T", "-c", "user.email=t@localhost", "tag", "-a", "-m", "v", "v1");
        repository.Run("tag", "light");
        repository.Write("ü/b c", "2");
        var second = repository.Commit("second");

        var refs = await _history.ListAsync(repository.Folder, Stop);
        refs.Branches.ShouldBe(new Dictionary<string, string> { ["main"] = second });
        refs.Tags.ShouldBe(new Dictionary<string, string> { ["light"] = first, ["v1"] = first }, ignoreOrder: true);
        refs.HeadBranch.ShouldBe("main");
        (await _history.BetweenAsync(repository.Folder, first, second, Stop)).Paths.ShouldBe(["ü/b c"]);
        (await _history.BetweenAsync(repository.Folder, new string('1', 40), second, Stop)).AreKnown.ShouldBeFalse();
        System.Text.Encoding.UTF8.GetString(await _history.CommitAsync(repository.Folder, first, Stop)).ShouldEndWith("\n\nfirst\n");
    }

    [Fact]
    public async Task Packs_the_files_of_a_commit_and_nothing_before_it()
    {
        using var repository = new GitRepository();
        repository.Write("old", "gone");
        var first = repository.Commit("first");
        File.Delete(Path.Combine(repository.Folder, "old"));
        repository.Write("a/b", "2");
        var second = repository.Commit("second");

        // The commit, two folders and a file.
        var pack = await _history.PackAsync(repository.Folder, second, 1000, Stop);
        pack[..4].ShouldBe("PACK"u8.ToArray());
        pack[11].ShouldBe((byte)4);
        (await Should.ThrowAsync<SourceUnavailableException>(() => _history.PackAsync(repository.Folder, first, 10, Stop))).Message.ShouldContain("are more than 0 MiB");
        (await Should.ThrowAsync<SourceUnavailableException>(() => _history.PackAsync(repository.Folder, new string('1', 40), 1000, Stop))).Message.ShouldContain("cannot be read");
    }

    [Fact]
    public async Task Says_what_git_says_of_a_folder_that_is_no_repository()
    {
        using var folder = new TemporaryFolder();

        (await Should.ThrowAsync<SourceUnavailableException>(() => _history.ListAsync(folder.Path, Stop))).Message.ShouldContain("cannot be read: fatal:");
        (await Should.ThrowAsync<SourceUnavailableException>(() => _history.CommitAsync(folder.Path, new string('1', 40), Stop))).Message.ShouldContain("cannot be read");
    }
}
