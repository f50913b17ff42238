using System.IO.Compression;
using Microsoft.AspNetCore.Http;
using Sluice.Pipelines.Sources;

namespace Sluice.Pipelines.Tests.Sources;

public sealed class GitHistoryTests : IDisposable
{
    private readonly PrivateSources _sources = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _sources.Dispose();

    /// <summary>With the filter that hosts have, without it, and from a server that knows version 0 alone.</summary>
    [Theory]
    [InlineData(true, true)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(false, false)]
    public async Task Finds_the_paths_that_git_finds(bool filters, bool version2)
    {
        using var repository = new GitRepository();
        var (first, second) = Changes(repository);
        Configure(repository, filters, anyCommit: true);
        await using var server = await LoopbackServer.StartAsync(Serving(repository, version2));

        var changed = await _sources.History.BetweenAsync($"{server.Address}/repo/.git", null, first, second, Stop);
        changed.Reason.ShouldBeNull();
        changed.Paths.ShouldBe(repository.Run("diff-tree", "-r", "--no-renames", "--name-only", first, second).Split('\n').Order(StringComparer.Ordinal));
        changed.Paths!.Count.ShouldBeGreaterThan(4);
        (await _sources.History.BetweenAsync($"{server.Address}/repo/.git", null, first, first, Stop)).Paths.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public async Task Reads_what_a_commit_says_of_itself(bool filters, bool version2)
    {
        using var repository = new GitRepository();
        repository.Write("a", "1");
        repository.Run("add", "--all");
        repository.Run("-c", "user.name=Ann", "-c", "user.email=a@localhost", "commit", "-q", "-m", "Füge hinzu\n\nweil es fehlt", "--date", "2024-02-03T04:05:06+0100");
        Configure(repository, filters, anyCommit: false);
        await using var server = await LoopbackServer.StartAsync(Serving(repository, version2));

        var details = await _sources.History.ReadAsync($"{server.Address}/repo/.git", null, repository.Run("rev-parse", "HEAD"), Stop);

        details.AuthorDate.ShouldBe(new DateTimeOffset(2024, 2, 3, 4, 5, 6, TimeSpan.FromHours(1)));
        details.CommitterDate.ToUnixTimeSeconds().ShouldBe(long.Parse(repository.Run("log", "-1", "--format=%ct"), System.Globalization.CultureInfo.InvariantCulture));
        details.Message.ShouldBe("Füge hinzu\n\nweil es fehlt");
    }

    /// <summary>Large enough for deltas, with all kinds of files that git has.</summary>
    [Theory]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public async Task Makes_a_zip_of_the_files_as_git_has_them(bool filters, bool version2)
    {
        using var repository = new GitRepository();
        var lines = string.Concat(Enumerable.Range(0, 5000).Select(line => $"line {line}\n"));
        repository.Write("big.txt", lines);
        repository.Write("süb/run.sh", "#!/bin/sh\n");
        repository.Write("süb/other.txt", lines + "more\n");
        File.CreateSymbolicLink(Path.Combine(repository.Folder, "link"), "big.txt");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(Path.Combine(repository.Folder, "süb", "run.sh"), (UnixFileMode)0b111_101_101);
        }

        repository.Commit("before");
        repository.Write("empty", "");
        var commit = repository.Commit("files");
        repository.Run("gc", "-q");
        Configure(repository, filters, anyCommit: false);
        await using var server = await LoopbackServer.StartAsync(Serving(repository, version2));

        using var zip = new MemoryStream();
        await _sources.History.WriteZipAsync($"{server.Address}/repo/.git", null, commit, zip, Stop);

        using var archive = new ZipArchive(zip);
        archive.Entries.Select(entry => $"{Convert.ToString(entry.ExternalAttributes >>> 16, 8)} {entry.FullName} {entry.Length}").ShouldBe(
            [$"100644 big.txt {lines.Length}", "100644 empty 0", "120777 link 7", $"100644 süb/other.txt {lines.Length + 5}", "100755 süb/run.sh 10"]);
        using var other = new StreamReader(archive.GetEntry("süb/other.txt")!.Open());
        (await other.ReadToEndAsync(Stop)).ShouldBe(lines + "more\n");
    }

    [Fact]
    public async Task Says_why_there_is_no_zip()
    {
        using var repository = new GitRepository();
        var (first, _) = Changes(repository);
        Configure(repository, filters: false, anyCommit: false);
        await using var server = await LoopbackServer.StartAsync(Serving(repository, version2: false));

        (await Should.ThrowAsync<SourceUnavailableException>(() => _sources.History.WriteZipAsync($"{server.Address}/repo/.git", null, first, Stream.Null, Stop)))
            .Message.ShouldContain("gives what a branch stands at and nothing else");
    }

    /// <summary>What is not known counts as everything, so that no release is missed for it.</summary>
    [Fact]
    public async Task Does_not_know_what_changed_where_the_server_does_not_give_the_commits()
    {
        using var repository = new GitRepository();
        var (first, second) = Changes(repository);
        Configure(repository, filters: false, anyCommit: false);
        await using var server = await LoopbackServer.StartAsync(Serving(repository, version2: false));
        var url = $"{server.Address}/repo/.git";

        (await _sources.History.BetweenAsync(url, null, first, second, Stop)).Reason!.ShouldContain("gives what a branch stands at and nothing else");
        (await _sources.History.BetweenAsync(url, null, new string('1', 40), second, Stop)).AreKnown.ShouldBeFalse();
        (await _sources.History.BetweenAsync(url, null, "main", second, Stop)).AreKnown.ShouldBeFalse();
        (await _sources.History.BetweenAsync($"{server.Address}/none", null, first, second, Stop)).Reason!.ShouldContain("There is no repository");
        (await _sources.History.BetweenAsync("http://127.0.0.1:1/repo", null, first, second, Stop)).AreKnown.ShouldBeFalse();
    }

    private static RequestDelegate Serving(GitRepository repository, bool version2)
    {
        var (old, current) = (GitBackend.Of(repository.Root), GitBackend.Of(repository.Root, "version=2"));
        return context => version2 && context.Request.Headers["Git-Protocol"] == "version=2" ? current(context) : old(context);
    }

    private static void Configure(GitRepository repository, bool filters, bool anyCommit)
    {
        repository.Run("config", "uploadpack.allowFilter", filters ? "true" : "false");
        repository.Run("config", "uploadpack.allowAnySHA1InWant", anyCommit ? "true" : "false");
    }

    /// <summary>Of every kind: added, changed, removed, renamed, a mode, a file that becomes a folder, names that are none of ASCII; and much that stays, so that there are deltas.</summary>
    private static (string First, string Second) Changes(GitRepository repository)
    {
        for (var file = 0; file < 300; file++)
        {
            repository.Write($"many/file-{file}.txt", $"content {file}\n");
        }

        repository.Write("becomes", "a file");
        repository.Write("gone/deep/file", "x");
        repository.Write("same/file", "x");
        var first = repository.Commit();
        File.Delete(Path.Combine(repository.Folder, "becomes"));
        repository.Write("becomes/folder", "now");
        Directory.Delete(Path.Combine(repository.Folder, "gone"), recursive: true);
        repository.Write("many/file-7.txt", "changed\n");
        repository.Write("many/new.txt", "new\n");
        repository.Run("config", "core.quotePath", "false");
        repository.Write("ümläut/ß.txt", "x");
        repository.Run("update-index", "--chmod=+x", "many/file-9.txt");
        repository.Run("config", "core.fileMode", "false");
        var second = repository.Commit();
        repository.Run("repack", "-adfq");
        return (first, second);
    }
}
