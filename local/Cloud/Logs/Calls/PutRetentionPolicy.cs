using System.Text.Json.Nodes;

namespace Sluice.Local.Cloud.Logs.Calls;

/// <summary>Sets after how many days a group's events are removed. What is older is not seen from now on.</summary>
internal sealed class PutRetentionPolicy(LogCatalog catalog, LogBroom broom) : LogsCall<PutRetentionPolicy.Input>("putRetentionPolicy")
{
    private static readonly int[] Days = [1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653];

    protected override async Task<JsonObject> AnswerAsync(Input input, CancellationToken cancellationToken)
    {
        if (!Days.Contains(input.RetentionInDays))
        {
            throw LogsErrors.InvalidParameter(
                $"1 validation error detected: Value '{input.RetentionInDays}' at 'retentionInDays' failed to satisfy constraint: Member must satisfy enum value set: [{string.Join(", ", Days)}]");
        }

        await broom.TrimAsync(await catalog.ChangeAsync(input.LogGroupName, group => group with { RetentionInDays = input.RetentionInDays }, cancellationToken), cancellationToken);
        return [];
    }

    /// <summary>CloudWatch Logs' PutRetentionPolicyRequest.</summary>
    internal sealed record Input(string LogGroupName, int RetentionInDays);
}
