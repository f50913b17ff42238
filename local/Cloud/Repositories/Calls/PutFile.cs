using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Sluice.Platform.Ids;

namespace Sluice.Local.Cloud.Repositories.Calls;

/// <summary>Adds a file to a branch, or changes one, in a commit of its own. An empty repository gets its first branch by it.</summary>
internal sealed class PutFile(RepositoryStore store, ToldRefs told, TimeProvider time, IIds ids) : RepositoryCall<PutFile.Input>("putFile")
{
    private const int MostBytes = 6 * 1024 * 1024;
    private const string Nothing = "0000000000000000000000000000000000000000";

    protected override async Task<JsonObject> AnswerAsync(Input input, CancellationToken cancellationToken)
    {
        var repository = await store.GetAsync(input.RepositoryName, cancellationToken);
        var git = store.Git(repository);
        var (path, content) = (Revisions.Path(input.FilePath), Content(input));
        var parent = await ParentAsync(git, input, cancellationToken);
        var index = Path.Combine(git.Folder, $"index-{ids.Uuid()}");
        try
        {
            var blob = await TextAsync(git, ["hash-object", "-w", "--stdin"], content, null, cancellationToken);
            if (parent is not null)
            {
                await TextAsync(git, ["read-tree", parent], null, index, cancellationToken);
            }

            await TextAsync(git, ["update-index", "--add", "--cacheinfo", $"{Mode(input.FileMode)},{blob},{path}"], null, index, cancellationToken);
            var tree = await TextAsync(git, ["write-tree"], null, index, cancellationToken);
            if (parent is not null && await git.TryAsync(cancellationToken, "rev-parse", $"{parent}^{{tree}}") == tree)
            {
                throw RepositoryErrors.Of("SameFileContent", $"{path} has this content already");
            }

            var commit = await TextAsync(git, ["hash-object", "-t", "commit", "-w", "--stdin"], Commit(input, tree, parent), null, cancellationToken);
            if (await git.TryAsync(cancellationToken, "update-ref", $"refs/heads/{input.BranchName}", commit, parent ?? Nothing) is null)
            {
                throw RepositoryErrors.Of("ParentCommitIdOutdated", $"The branch {input.BranchName} was changed meanwhile");
            }

            await told.TellAsync(repository, caller: null, cancellationToken);
            return new JsonObject { ["CommitId"] = commit, ["BlobId"] = blob, ["TreeId"] = tree };
        }
        finally
        {
            File.Delete(index);
        }
    }

    private static async Task<string?> ParentAsync(RepositoryGit git, Input input, CancellationToken cancellationToken)
    {
        if (!await Revisions.IsNameAsync(git, input.BranchName, cancellationToken))
        {
            throw RepositoryErrors.Of("InvalidBranchName", $"'{input.BranchName}' is no name for a branch");
        }

        var head = await git.TryAsync(cancellationToken, "rev-parse", "--verify", "--quiet", $"refs/heads/{input.BranchName}");
        return (head, input.ParentCommitId) switch
        {
            (null, null) when await git.TextAsync(cancellationToken, "for-each-ref", "--count=1", "refs/heads/") == "" => null,
            (null, _) => throw RepositoryErrors.NoBranch(input.BranchName),
            (_, null) => throw RepositoryErrors.Of("ParentCommitIdRequired", $"The branch {input.BranchName} is at {head}; say so by parentCommitId"),
            _ when head == input.ParentCommitId => head,
            _ => throw RepositoryErrors.Of("ParentCommitIdOutdated", $"The branch {input.BranchName} is at {head}"),
        };
    }

    private static byte[] Content(Input input)
    {
        var content = Convert.FromBase64String(input.FileContent);
        return content.Length <= MostBytes ? content : throw RepositoryErrors.Of("FileContentSizeLimitExceeded", "A file has at most 6 MB");
    }

    private byte[] Commit(Input input, string tree, string? parent)
    {
        var who = string.Create(CultureInfo.InvariantCulture, $"{OneLine(input.Name ?? "sluice")} <{OneLine(input.Email ?? "")}> {time.GetUtcNow().ToUnixTimeSeconds()} +0000");
        return Encoding.UTF8.GetBytes($"tree {tree}\n{(parent is null ? "" : $"parent {parent}\n")}author {who}\ncommitter {who}\n\n{input.CommitMessage ?? $"Change {input.FilePath}"}\n");
    }

    private static async Task<string> TextAsync(RepositoryGit git, IReadOnlyList<string> arguments, byte[]? input, string? index, CancellationToken cancellationToken) =>
        Encoding.UTF8.GetString(await git.BytesAsync(arguments, input, index, cancellationToken)).Trim();

    private static string Mode(string? mode) => mode switch
    {
        "EXECUTABLE" => "100755",
        "SYMLINK" => "120000",
        _ => "100644",
    };

    private static string OneLine(string text) => new([.. text.Where(c => !char.IsControl(c) && c is not ('<' or '>'))]);

    /// <summary>CodeCommit's PutFileInput.</summary>
    internal sealed record Input(
        string RepositoryName, string BranchName, string FileContent, string FilePath, string? FileMode, string? ParentCommitId, string? CommitMessage, string? Name, string? Email)
    {
        /// <summary>Without the content.</summary>
        public override string ToString() => FilePath;
    }
}
