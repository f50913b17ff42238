using System.Text.Json.Nodes;

namespace Sluice.Local.Cloud.Logs.Calls;

/// <summary>The groups in the order of their names.</summary>
internal sealed class DescribeLogGroups(LogCatalog catalog, LogFolders folders, CloudIdentity identity) : LogsCall<DescribeLogGroups.Input>("describeLogGroups")
{
    private const int DefaultLimit = 50;

    protected override async Task<JsonObject> AnswerAsync(Input input, CancellationToken cancellationToken)
    {
        if (input is { LogGroupNamePrefix: not null, LogGroupNamePattern: not null })
        {
            throw LogsErrors.InvalidParameter("logGroupNamePrefix and logGroupNamePattern are mutually exclusive.");
        }

        var after = ListingToken.Read(input.NextToken)?.Name;
        var names = input.LogGroupIdentifiers?.Select(identifier => GroupNames.OfIdentifier(identifier, identity)).ToHashSet(StringComparer.Ordinal);
        var limit = input.Limit ?? DefaultLimit;
        var page = new List<LogGroup>();
        await foreach (var group in catalog.GroupsAsync(input.LogGroupNamePrefix ?? "", cancellationToken))
        {
            if (string.CompareOrdinal(group.Name, after) > 0 && IsAsked(group, input, names))
            {
                page.Add(group);
            }

            if (page.Count > limit)
            {
                break;
            }
        }

        var answer = new JsonObject { ["LogGroups"] = new JsonArray([.. page.Take(limit).Select(Shape)]) };
        if (page.Count > limit)
        {
            answer["NextToken"] = new ListingToken(0, page[limit - 1].Name).ToString();
        }

        return answer;
    }

    private static bool IsAsked(LogGroup group, Input input, HashSet<string>? names) =>
        (input.LogGroupNamePattern is not { } pattern || group.Name.Contains(pattern, StringComparison.OrdinalIgnoreCase))
        && (names is null || names.Contains(group.Name))
        && input.LogGroupClass is null or "STANDARD"
        && input.AccountIdentifiers is null or [];

    private JsonObject Shape(LogGroup group)
    {
        var shape = new JsonObject
        {
            ["LogGroupName"] = group.Name,
            ["CreationTime"] = group.CreatedAt,
            ["MetricFilterCount"] = 0,
            ["Arn"] = identity.LogGroupArn(group.Name) + ":*",
            ["StoredBytes"] = folders.Bytes(group.Id),
            ["LogGroupClass"] = "STANDARD",
            ["LogGroupArn"] = identity.LogGroupArn(group.Name),
            ["DeletionProtectionEnabled"] = group.DeletionProtected,
        };
        if (group.RetentionInDays is { } days)
        {
            shape["RetentionInDays"] = days;
        }

        return shape;
    }

    /// <summary>CloudWatch Logs' DescribeLogGroupsRequest. There are no other accounts here.</summary>
    internal sealed record Input(
        IReadOnlyList<string>? AccountIdentifiers, string? LogGroupNamePrefix, string? LogGroupNamePattern, string? NextToken, int? Limit, bool? IncludeLinkedAccounts, string? LogGroupClass,
        IReadOnlyList<string>? LogGroupIdentifiers);
}
