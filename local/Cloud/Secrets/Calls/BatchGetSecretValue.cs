using System.Text.Json.Nodes;
using Sluice.Local.StateMachines.Tasks;

namespace Sluice.Local.Cloud.Secrets.Calls;

/// <summary>The current values of secrets that are named, or that filters pick.</summary>
internal sealed class BatchGetSecretValue(SecretStore store, SecretShapes shapes) : SecretCall<BatchGetSecretValue.Input>("batchGetSecretValue")
{
    private const int MostOfAPage = 20;

    protected override async Task<JsonObject> AnswerAsync(Input input, CancellationToken cancellationToken)
    {
        if (input.SecretIdList is null == input.Filters is null || input is { SecretIdList: not null, MaxResults: not null })
        {
            throw SecretErrors.InvalidParameter("You must include Filters or SecretIdList, but not both; MaxResults goes with Filters.");
        }

        var page = input.SecretIdList is { } asked ? new ListingPage<string>([.. asked.Distinct(StringComparer.Ordinal)], null) : await FilteredAsync(input, cancellationToken);
        var (values, errors) = (new JsonArray(), new JsonArray());
        foreach (var id in page.Items)
        {
            try
            {
                var secret = await store.GetLiveAsync(id, cancellationToken);
                values.Add(await shapes.ValueAsync(secret, secret.At(SecretVersion.Current) ?? throw SecretErrors.NoValue($"staging label: {SecretVersion.Current}"), cancellationToken));
            }
            catch (TaskFailedException e)
            {
                errors.Add(new JsonObject { ["SecretId"] = id, ["ErrorCode"] = e.Error[(e.Error.IndexOf('.', StringComparison.Ordinal) + 1)..], ["Message"] = e.Cause });
            }
        }

        return Answer(values, errors, page.NextToken);
    }

    private static JsonObject Answer(JsonArray values, JsonArray errors, string? next)
    {
        var answer = new JsonObject { ["SecretValues"] = values, ["Errors"] = errors };
        if (next is not null)
        {
            answer["NextToken"] = next;
        }

        return answer;
    }

    private async Task<ListingPage<string>> FilteredAsync(Input input, CancellationToken cancellationToken)
    {
        var fitting = (await store.ListAsync(cancellationToken)).Where(secret => secret.DeletedAt is null && input.Filters!.All(filter => filter.Fits(secret))).Select(secret => secret.Name);
        return ListingPage<string>.Of([.. fitting], static name => name, input.NextToken, input.MaxResults ?? MostOfAPage, SecretErrors.InvalidToken);
    }

    /// <summary>Secrets Manager's BatchGetSecretValueRequest.</summary>
    internal sealed record Input(IReadOnlyList<string>? SecretIdList, IReadOnlyList<SecretFilter>? Filters, int? MaxResults, string? NextToken);
}
