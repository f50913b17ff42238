using System.Text.Json.Nodes;

namespace Sluice.Local.Cloud.Repositories.Calls;

/// <summary>What is in a folder of a commit.</summary>
internal sealed class GetFolder(RepositoryStore store) : RepositoryCall<GetFolder.Input>("getFolder")
{
    protected override async Task<JsonObject> AnswerAsync(Input input, CancellationToken cancellationToken)
    {
        var git = store.Git(await store.GetAsync(input.RepositoryName, cancellationToken));
        var commit = await Revisions.CommitAsync(git, input.CommitSpecifier, cancellationToken);
        var path = Revisions.Path(input.FolderPath);
        if (await git.TryAsync(cancellationToken, "rev-parse", "--verify", "--quiet", $"{commit}:{path}") is not { Length: > 0 } tree || await git.TryAsync(cancellationToken, "cat-file", "-t", tree) != "tree")
        {
            throw RepositoryErrors.Of("FolderDoesNotExist", $"Could not find folder {input.FolderPath}");
        }

        var entries = await ListedEntry.ReadAsync(git, commit, path.Length == 0 ? "" : $"{path}/", cancellationToken);
        return new JsonObject
        {
            ["CommitId"] = commit, ["TreeId"] = tree, ["FolderPath"] = path,
            ["SubFolders"] = Of(entries, path, entry => entry.Kind == "tree", "TreeId", withMode: false),
            ["Files"] = Of(entries, path, entry => entry.Kind == "blob" && entry.FileMode != "SYMLINK", "BlobId", withMode: true),
            ["SymbolicLinks"] = Of(entries, path, entry => entry.FileMode == "SYMLINK", "BlobId", withMode: true),
            ["SubModules"] = Of(entries, path, entry => entry.Kind == "commit", "CommitId", withMode: false),
        };
    }

    private static JsonArray Of(IReadOnlyList<ListedEntry> entries, string path, Func<ListedEntry, bool> which, string id, bool withMode) => new([.. entries.Where(which).Select(entry =>
    {
        var shape = new JsonObject { [id] = entry.Id, ["AbsolutePath"] = entry.Path, ["RelativePath"] = path.Length == 0 ? entry.Path : entry.Path[(path.Length + 1)..] };
        if (withMode)
        {
            shape["FileMode"] = entry.FileMode;
        }

        return shape;
    })]);

    /// <summary>CodeCommit's GetFolderInput.</summary>
    internal sealed record Input(string RepositoryName, string? CommitSpecifier, string FolderPath);
}
