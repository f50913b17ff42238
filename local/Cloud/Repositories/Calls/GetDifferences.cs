using System.Text.Json.Nodes;

namespace Sluice.Local.Cloud.Repositories.Calls;

/// <summary>Which files differ between two commits, all in one page.</summary>
internal sealed class GetDifferences(RepositoryStore store) : RepositoryCall<GetDifferences.Input>("getDifferences")
{
    private const string EmptyTree = "4b825dc642cb6eb9a060e54bf8d69288fbee4904";

    protected override async Task<JsonObject> AnswerAsync(Input input, CancellationToken cancellationToken)
    {
        var git = store.Git(await store.GetAsync(input.RepositoryName, cancellationToken));
        var before = input.BeforeCommitSpecifier is { } specifier ? await Revisions.CommitAsync(git, specifier, cancellationToken) : EmptyTree;
        var after = await Revisions.CommitAsync(git, input.AfterCommitSpecifier, cancellationToken);
        var paths = new[] { input.BeforePath, input.AfterPath }.OfType<string>().Select(Revisions.Path).Where(path => path.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        var fields = (await git.TextAsync(cancellationToken, ["--literal-pathspecs", "diff-tree", "-r", "-z", "--no-renames", before, after, .. paths.Count > 0 ? ["--", .. paths] : Array.Empty<string>()])).Split('\0', StringSplitOptions.RemoveEmptyEntries);
        return new JsonObject { ["Differences"] = new JsonArray([.. fields.Chunk(2).Where(pair => pair.Length == 2).Select(pair => Difference(pair[0].TrimStart(':').Split(' '), pair[1]))]) };
    }

    private static JsonObject Difference(string[] parts, string path)
    {
        var difference = new JsonObject { ["ChangeType"] = parts[4] is "A" or "D" ? parts[4] : "M" };
        if (parts[4] != "A")
        {
            difference["BeforeBlob"] = Blob(parts[2], parts[0], path);
        }

        if (parts[4] != "D")
        {
            difference["AfterBlob"] = Blob(parts[3], parts[1], path);
        }

        return difference;
    }

    private static JsonObject Blob(string id, string mode, string path) => new() { ["BlobId"] = id, ["Path"] = path, ["Mode"] = mode };

    /// <summary>CodeCommit's GetDifferencesInput.</summary>
    internal sealed record Input(string RepositoryName, string? BeforeCommitSpecifier, string AfterCommitSpecifier, string? BeforePath, string? AfterPath, int? MaxResults, string? NextToken);
}
