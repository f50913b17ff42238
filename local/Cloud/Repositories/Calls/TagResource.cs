using System.Text.Json.Nodes;

namespace Sluice.Local.Cloud.Repositories.Calls;

/// <summary>Adds tags to a repository, or changes them.</summary>
internal sealed class TagResource(RepositoryStore store) : RepositoryCall<TagResource.Input>("tagResource")
{
    protected override async Task<JsonObject> AnswerAsync(Input input, CancellationToken cancellationToken)
    {
        var name = (await store.GetByArnAsync(input.ResourceArn, cancellationToken)).Name;
        await store.ChangeAsync(name, repository => repository with { Tags = repository.Tags.Where(tag => !input.Tags.ContainsKey(tag.Key)).Concat(input.Tags).ToDictionary(StringComparer.Ordinal) }, cancellationToken);
        return [];
    }

    /// <summary>CodeCommit's TagResourceInput.</summary>
    internal sealed record Input(string ResourceArn, Dictionary<string, string> Tags);
}
