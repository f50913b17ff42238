using System.IO.Compression;
using System.Text;
using System.Collections.Concurrent;
using Sluice.Pipelines.Sources;

namespace Sluice.Pipelines.Tests.Fakes;

/// <summary>Heads by repository; a repository without one cannot be read.</summary>
internal sealed class FakeRefs : IRefReader, IFetchProbe, IChangedPaths, ICommitReader, ICommitFiles
{
    public ConcurrentDictionary<string, string> Heads { get; } = new();

    /// <summary>What each repository's HEAD is, where a test changes it.</summary>
    public ConcurrentDictionary<string, string> HeadBranches { get; } = new();

    /// <summary>Repositories whose refs can be read, and nothing else of them.</summary>
    public ConcurrentDictionary<string, bool> Unfetchable { get; } = new();

    /// <summary>Thrown instead of an answer.</summary>
    public ConcurrentDictionary<string, SourceUnavailableException> Faults { get; } = new();

    /// <summary>Repositories that never answer.</summary>
    public ConcurrentDictionary<string, bool> Hanging { get; } = new();

    /// <summary>Branches of repositories, where a test lists them.</summary>
    public ConcurrentDictionary<string, Dictionary<string, string>> Branches { get; } = new();

    /// <summary>Tags of repositories.</summary>
    public ConcurrentDictionary<string, Dictionary<string, string>> Tags { get; } = new();

    /// <summary>What changed with a commit; one that is not here is not known.</summary>
    public ConcurrentDictionary<string, string[]> Paths { get; } = new();

    private int _reads;

    public Task<RefList> ReadAllAsync(string repository, string? connectionArn, bool isPoll, CancellationToken cancellationToken = default) =>
        Task.FromResult(new RefList(new Dictionary<string, string>(Branches.GetValueOrDefault(repository, [])), "main", new Dictionary<string, string>(Tags.GetValueOrDefault(repository, []))));

    public Task<ChangedPaths> BetweenAsync(string repository, string? connectionArn, string oldCommit, string newCommit, CancellationToken cancellationToken = default) =>
        Task.FromResult(Paths.TryGetValue(newCommit, out var paths) ? new ChangedPaths(paths) : ChangedPaths.Unknown("nobody says"));

    public Task<CommitDetails> ReadAsync(string repository, string? connectionArn, string commit, CancellationToken cancellationToken = default) =>
        Task.FromResult(new CommitDetails(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch, $"What {commit[^4..]} does"));

    /// <summary>One file, with the commit's id.</summary>
    public async Task WriteZipAsync(string repository, string? connectionArn, string commit, Stream zip, CancellationToken cancellationToken)
    {
        if (Unfetchable.ContainsKey(repository))
        {
            throw new SourceUnavailableException($"The files of {commit} cannot be read.");
        }

        await using var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true);
        await using var file = await archive.CreateEntry("commit.txt").OpenAsync(cancellationToken);
        await file.WriteAsync(Encoding.ASCII.GetBytes(commit), cancellationToken);
    }

    public int Reads => _reads;

    public Task<bool> CanFetchAsync(string repository, string commit, CancellationToken cancellationToken = default) => Task.FromResult(!Unfetchable.ContainsKey(repository));

    public Task<RefHead> ReadHeadAsync(string repository, string? branch, string? connectionArn, bool isPoll, CancellationToken cancellationToken = default) => ReadHeadAsync(repository, branch, cancellationToken);

    public async Task<RefHead> ReadHeadAsync(string repository, string? branch, CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref _reads);
        if (Hanging.ContainsKey(repository))
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }

        if (Faults.TryGetValue(repository, out var fault))
        {
            throw fault;
        }

        branch ??= HeadBranches.GetValueOrDefault(repository, "main");
        return Heads.TryGetValue(branch == "main" ? repository : $"{repository}#{branch}", out var commit)
            ? new RefHead(branch, commit)
            : throw new SourceUnavailableException($"There is no folder '{repository}'.");
    }
}
