using System.Text.Json.Serialization;
using Sluice.Platform.Api;

namespace Sluice.Pipelines.Model;

/// <summary>A type of actions that workers of others do: one that users have made, or that a partner has told of.</summary>
internal sealed record StoredActionType
{
    /// <summary>As listings show it; it never changes where users have made it.</summary>
    public required ActionType Type { get; init; }

    /// <summary>Who does its jobs; null for workers of this account.</summary>
    public ActionTypeExecutor? Executor { get; init; }

    public string? Description { get; init; }

    /// <summary>Which accounts may use it; null for this one.</summary>
    public ActionTypePermissions? Permissions { get; init; }

    public IReadOnlyList<ResourceTag> Tags { get; init; } = [];

    /// <summary>Nobody begins it or is handed its jobs any more; it is kept, since its version is used up.</summary>
    public bool IsDeleted { get; init; }

    /// <summary>The function that does its jobs; null if workers ask for them.</summary>
    [JsonIgnore]
    public string? FunctionArn => Executor is { Type: ExecutorType.Lambda } executor ? executor.Configuration.LambdaExecutorConfiguration?.LambdaFunctionArn : null;

    /// <summary>How long one job may take; null if only the action's time counts.</summary>
    [JsonIgnore]
    public TimeSpan? JobTimeout => Executor?.JobTimeout is { } seconds ? TimeSpan.FromSeconds(seconds) : null;

    /// <summary>The property by which workers may ask for jobs.</summary>
    [JsonIgnore]
    public IEnumerable<string> Queryable => (Type.ActionConfigurationProperties ?? []).Where(property => property.Queryable == true).Select(property => property.Name);

    /// <summary>Whether pipelines of an account may use it.</summary>
    public bool IsFor(string accountId) => Permissions is null || Permissions.AllowedAccounts.Any(allowed => allowed == "*" || allowed == accountId);
}
