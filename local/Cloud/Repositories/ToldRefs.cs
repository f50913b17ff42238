using System.Text.Json;
using System.Text.Json.Nodes;
using Sluice.Platform.Access.Files;
using Sluice.Platform.Ids;

namespace Sluice.Local.Cloud.Repositories;

/// <summary>
/// Tells the bus what changed in a repository. What was told last is written beside the branches after it was told, so that a kill loses nothing: at the next start it is told, perhaps a second time.
/// </summary>
internal sealed class ToldRefs(RepositoryStore store, IEventSink events, CloudIdentity identity, TimeProvider time, IIds ids) : IDisposable
{
    private const string File = "sluice-told";
    private const string Heads = "refs/heads/";
    private const string Tags = "refs/tags/";
    private readonly SemaphoreSlim _turn = new(1);

    /// <summary>Tells of every repository what was not told.</summary>
    public async Task TellAllAsync(CancellationToken cancellationToken)
    {
        foreach (var repository in await store.ListAsync(cancellationToken))
        {
            await TellAsync(repository, caller: null, cancellationToken);
        }
    }

    /// <summary>Tells what changed since the last time.</summary>
    /// <param name="repository">Where.</param>
    /// <param name="caller">Who did it; null if that is not known any more.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task TellAsync(Repository repository, string? caller, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            var git = store.Git(repository);
            if (!Directory.Exists(git.Folder))
            {
                return;
            }

            var (told, now) = (Read(git), await NowAsync(git, cancellationToken));
            var changed = told.Keys.Union(now.Keys).Order(StringComparer.Ordinal).Where(name => told.GetValueOrDefault(name) != now.GetValueOrDefault(name)).ToList();
            foreach (var name in changed)
            {
                events.Publish(Event(repository, name, told.GetValueOrDefault(name), now.GetValueOrDefault(name), caller));
            }

            if (changed.Count > 0)
            {
                OwnerFile.Write(Path.Combine(git.Folder, File), JsonSerializer.SerializeToUtf8Bytes(now), replace: true);
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private static Dictionary<string, string> Read(RepositoryGit git)
    {
        var path = Path.Combine(git.Folder, File);
        return System.IO.File.Exists(path) ? JsonSerializer.Deserialize<Dictionary<string, string>>(System.IO.File.ReadAllBytes(path))! : [];
    }

    private static async Task<Dictionary<string, string>> NowAsync(RepositoryGit git, CancellationToken cancellationToken) =>
        (await git.TextAsync(cancellationToken, "for-each-ref", "--format=%(refname) %(objectname)", Heads, Tags)).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(' ')).ToDictionary(parts => parts[0], parts => parts[1], StringComparer.Ordinal);

    private JsonObject Event(Repository repository, string name, string? before, string? after, string? caller)
    {
        var isBranch = name.StartsWith(Heads, StringComparison.Ordinal);
        var detail = new JsonObject
        {
            ["event"] = before is null ? "referenceCreated" : after is null ? "referenceDeleted" : "referenceUpdated",
            ["repositoryName"] = repository.Name,
            ["repositoryId"] = repository.Id,
            ["referenceType"] = isBranch ? "branch" : "tag",
            ["referenceName"] = name[(isBranch ? Heads : Tags).Length..],
            ["referenceFullName"] = name,
            ["callerUserArn"] = caller ?? $"arn:aws:iam::{identity.AccountId}:root",
        };
        Add(detail, "commitId", after ?? before);
        Add(detail, "oldCommitId", before);
        return new JsonObject
        {
            ["version"] = "0", ["id"] = ids.Uuid(), ["detail-type"] = "CodeCommit Repository State Change", ["source"] = "aws.codecommit", ["account"] = identity.AccountId,
            ["time"] = time.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture), ["region"] = identity.Region, ["resources"] = new JsonArray(store.ArnOf(repository)), ["detail"] = detail,
        };
    }

    private static void Add(JsonObject detail, string member, string? value)
    {
        if (value is not null)
        {
            detail[member] = value;
        }
    }
}
