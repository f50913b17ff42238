using System.Text.Json.Nodes;

namespace Sluice.Local.Cloud.Repositories.Calls;

/// <summary>The names of a repository's branches, all in one page.</summary>
internal sealed class ListBranches(RepositoryStore store) : RepositoryCall<ListBranches.Input>("listBranches")
{
    protected override async Task<JsonObject> AnswerAsync(Input input, CancellationToken cancellationToken)
    {
        var names = await store.Git(await store.GetAsync(input.RepositoryName, cancellationToken)).TextAsync(cancellationToken, "for-each-ref", "--format=%(refname:lstrip=2)", "refs/heads/");
        return new JsonObject { ["Branches"] = new JsonArray([.. names.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(name => (JsonNode)name)]) };
    }

    /// <summary>CodeCommit's ListBranchesInput.</summary>
    internal sealed record Input(string RepositoryName, string? NextToken);
}
