using System.Text.Json.Nodes;

namespace Sluice.Local.Cloud.Repositories.Calls;

/// <summary>A file of a commit.</summary>
internal sealed class GetFile(RepositoryStore store) : RepositoryCall<GetFile.Input>("getFile")
{
    protected override async Task<JsonObject> AnswerAsync(Input input, CancellationToken cancellationToken)
    {
        var git = store.Git(await store.GetAsync(input.RepositoryName, cancellationToken));
        var commit = await Revisions.CommitAsync(git, input.CommitSpecifier, cancellationToken);
        var path = Revisions.Path(input.FilePath);
        var file = path.Length == 0 ? null : (await ListedEntry.ReadAsync(git, commit, path, cancellationToken)).FirstOrDefault(entry => entry.Kind == "blob" && entry.Path == path);
        if (file is null)
        {
            throw RepositoryErrors.Of("FileDoesNotExist", $"Could not find path {input.FilePath}");
        }

        var content = await git.BytesAsync(["cat-file", "blob", file.Id], null, null, cancellationToken);
        return new JsonObject
        {
            ["CommitId"] = commit, ["BlobId"] = file.Id, ["FilePath"] = path, ["FileMode"] = file.FileMode, ["FileSize"] = content.Length, ["FileContent"] = Convert.ToBase64String(content),
        };
    }

    /// <summary>CodeCommit's GetFileInput.</summary>
    internal sealed record Input(string RepositoryName, string? CommitSpecifier, string FilePath);
}
