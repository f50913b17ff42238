using System.Text.Json.Nodes;

namespace Sluice.Local.Cloud.Repositories.Calls;

/// <summary>A file by its id.</summary>
internal sealed class GetBlob(RepositoryStore store) : RepositoryCall<GetBlob.Input>("getBlob")
{
    protected override async Task<JsonObject> AnswerAsync(Input input, CancellationToken cancellationToken)
    {
        var git = store.Git(await store.GetAsync(input.RepositoryName, cancellationToken));
        return input.BlobId.All(char.IsAsciiHexDigit) && await git.TryAsync(cancellationToken, "cat-file", "-t", input.BlobId) == "blob"
            ? new JsonObject { ["Content"] = Convert.ToBase64String(await git.BytesAsync(["cat-file", "blob", input.BlobId], null, null, cancellationToken)) }
            : throw RepositoryErrors.Of("BlobIdDoesNotExist", $"Blob {input.BlobId} does not exist");
    }

    /// <summary>CodeCommit's GetBlobInput.</summary>
    internal sealed record Input(string RepositoryName, string BlobId);
}
