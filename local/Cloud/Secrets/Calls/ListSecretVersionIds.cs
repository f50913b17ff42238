using System.Text.Json.Nodes;

namespace Sluice.Local.Cloud.Secrets.Calls;

/// <summary>The versions of a secret, without their values.</summary>
internal sealed class ListSecretVersionIds(SecretStore store, SecretShapes shapes) : SecretCall<ListSecretVersionIds.Input>("listSecretVersionIds")
{
    private const int MostOfAPage = 100;

    protected override async Task<JsonObject> AnswerAsync(Input input, CancellationToken cancellationToken)
    {
        var secret = await store.GetAsync(input.SecretId, cancellationToken);
        var versions = secret.Versions.Where(version => input.IncludeDeprecated == true || version.Stages.Count > 0).ToList();
        var page = ListingPage<SecretVersion>.Of(versions, version => version.Id, input.NextToken, input.MaxResults ?? MostOfAPage, SecretErrors.InvalidToken);
        var answer = shapes.Named(secret);
        answer["Versions"] = new JsonArray([.. page.Items.Select(version => AwsJson.Write(new Shape(version.Id, version.Stages, version.CreatedAt)))]);
        if (page.NextToken is { } next)
        {
            answer["NextToken"] = next;
        }

        return answer;
    }

    /// <summary>Secrets Manager's ListSecretVersionIdsRequest.</summary>
    internal sealed record Input(string SecretId, int? MaxResults, string? NextToken, bool? IncludeDeprecated);

    private sealed record Shape(string VersionId, IReadOnlyList<string> VersionStages, DateTimeOffset CreatedDate);
}
