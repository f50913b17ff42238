using System.Text.Json.Nodes;

namespace Sluice.Local.Cloud.Repositories.Calls;

/// <summary>Takes tags away from a repository.</summary>
internal sealed class UntagResource(RepositoryStore store) : RepositoryCall<UntagResource.Input>("untagResource")
{
    protected override async Task<JsonObject> AnswerAsync(Input input, CancellationToken cancellationToken)
    {
        var name = (await store.GetByArnAsync(input.ResourceArn, cancellationToken)).Name;
        await store.ChangeAsync(name, repository => repository with { Tags = repository.Tags.Where(tag => !input.TagKeys.Contains(tag.Key)).ToDictionary(StringComparer.Ordinal) }, cancellationToken);
        return [];
    }

    /// <summary>CodeCommit's UntagResourceInput.</summary>
    internal sealed record Input(string ResourceArn, IReadOnlyList<string> TagKeys);
}
