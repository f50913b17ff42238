using System.Text.Json.Nodes;

namespace Sluice.Local.Cloud.Secrets.Calls;

/// <summary>The secrets, without their values.</summary>
internal sealed class ListSecrets(SecretStore store, SecretShapes shapes) : SecretCall<ListSecrets.Input>("listSecrets")
{
    private const int MostOfAPage = 100;

    protected override async Task<JsonObject> AnswerAsync(Input input, CancellationToken cancellationToken)
    {
        var asked = (await store.ListAsync(cancellationToken))
            .Where(secret => (input.IncludePlannedDeletion == true || secret.DeletedAt is null) && (input.Filters ?? []).All(filter => filter.Fits(secret)));
        var page = ListingPage<Secret>.Of([.. Ordered(asked, input)], secret => secret.Name, input.NextToken, input.MaxResults ?? MostOfAPage, SecretErrors.InvalidToken);
        var answer = new JsonObject { ["SecretList"] = new JsonArray([.. page.Items.Select(secret => shapes.Described(secret, "SecretVersionsToStages"))]) };
        if (page.NextToken is { } next)
        {
            answer["NextToken"] = next;
        }

        return answer;
    }

    /// <summary>By creation, the newest last, unless something else is asked. When one was read last is not kept, so that order is the order of changes.</summary>
    private static IEnumerable<Secret> Ordered(IEnumerable<Secret> secrets, Input input)
    {
        var ordered = input.SortBy switch
        {
            "name" => secrets.OrderBy(secret => secret.Name, StringComparer.Ordinal),
            null or "created-date" => secrets.OrderBy(secret => secret.CreatedAt),
            _ => secrets.OrderBy(secret => secret.ChangedAt),
        };
        return input.SortOrder == "desc" ? ordered.Reverse() : ordered;
    }

    /// <summary>Secrets Manager's ListSecretsRequest.</summary>
    internal sealed record Input(bool? IncludePlannedDeletion, int? MaxResults, string? NextToken, IReadOnlyList<SecretFilter>? Filters, string? SortOrder, string? SortBy);
}
