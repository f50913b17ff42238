using Sluice.Pipelines.Sources;

namespace Sluice.Pipelines.Tests.Sources;

public sealed class FileRefReaderTests
{
    [Fact]
    public void Reads_a_loose_branch_and_the_repositorys_HEAD()
    {
        using var repository = new GitRepository();
        var first = repository.Commit();

        FileRefReader.ReadHead(repository.Folder, null).ShouldBe(new RefHead("main", first));
        repository.Run("switch", "-q", "-c", "feature/x");
        var second = repository.Commit();

        FileRefReader.ReadHead(repository.Folder, null).ShouldBe(new RefHead("feature/x", second));
        FileRefReader.ReadHead(repository.Folder, "main").ShouldBe(new RefHead("main", first));
    }

    [Fact]
    public void Reads_packed_refs_and_prefers_the_loose_one()
    {
        using var repository = new GitRepository();
        var packed = repository.Commit();
        repository.Run("pack-refs", "--all");

        FileRefReader.ReadHead(repository.Folder, "main").CommitId.ShouldBe(packed);
        var loose = repository.Commit();

        FileRefReader.ReadHead(repository.Folder, "main").CommitId.ShouldBe(loose);
    }

    [Fact]
    public void Reads_bare_repositories_worktrees_and_git_folders()
    {
        using var repository = new GitRepository();
        var commit = repository.Commit();
        var bare = Path.Combine(repository.Root, "bare.git");
        GitRepository.Git(repository.Root, ["clone", "-q", "--bare", repository.Folder, bare]);
        var tree = Path.Combine(repository.Root, "tree");
        repository.Run("worktree", "add", "-q", "-b", "other", tree);

        FileRefReader.ReadHead(bare, null).ShouldBe(new RefHead("main", commit));
        FileRefReader.ReadHead(tree, null).ShouldBe(new RefHead("other", commit));
        FileRefReader.ReadHead(tree, "main").ShouldBe(new RefHead("main", commit));
        FileRefReader.ReadHead(Path.Combine(repository.Folder, ".git"), null).CommitId.ShouldBe(commit);
    }

    [Fact]
    public void Follows_a_branch_that_is_another_ones_name()
    {
        using var repository = new GitRepository();
        var commit = repository.Commit();
        repository.Run("symbolic-ref", "refs/heads/live", "refs/heads/main");

        FileRefReader.ReadHead(repository.Folder, "live").ShouldBe(new RefHead("live", commit));
        repository.Run("symbolic-ref", "refs/heads/a", "refs/heads/b");
        repository.Run("symbolic-ref", "refs/heads/b", "refs/heads/a");
        Refusal(repository.Folder, "a").ShouldContain("leads nowhere");
    }

    [Fact]
    public void Says_what_is_wrong()
    {
        using var repository = new GitRepository();
        Refusal(repository.Folder, null).ShouldContain("is empty: it has no commits yet");
        var commit = repository.Commit();
        Refusal(repository.Folder, "nope").ShouldContain("has no branch 'nope'. Its HEAD is 'main': if the branch was renamed or deleted, name the one to release from now on (--branch main");
        repository.Run("checkout", "-q", "--detach", commit);
        Refusal(repository.Folder, null).ShouldContain("detached");
        Refusal(Path.Combine(repository.Root, "gone"), null).ShouldContain("There is no folder");
        Refusal(repository.Root, null).ShouldContain("is no git repository");
        File.WriteAllText(Path.Combine(repository.Folder, ".git", "refs", "heads", "main"), "garbage");
        Refusal(repository.Folder, "main").ShouldContain("no SHA-1 commit id");
        var linked = Directory.CreateDirectory(Path.Combine(repository.Root, "linked")).FullName;
        File.WriteAllText(Path.Combine(linked, ".git"), "gitdir: ../nowhere");
        Refusal(linked, null).ShouldContain("leads to no git repository");
    }

    [Fact]
    public void Names_what_it_does_not_read()
    {
        using var repository = new GitRepository();
        repository.Commit();
        Directory.CreateDirectory(Path.Combine(repository.Folder, ".git", "reftable"));

        Refusal(repository.Folder, null).ShouldContain("reftable");
    }

    private static string Refusal(string folder, string? branch) =>
        Should.Throw<SourceUnavailableException>(() => FileRefReader.ReadHead(folder, branch)).Message;
}
