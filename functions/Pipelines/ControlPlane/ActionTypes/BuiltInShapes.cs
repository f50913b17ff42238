using Sluice.Pipelines.Types;

namespace Sluice.Pipelines.ControlPlane.ActionTypes;

/// <summary>The types that come with the suite, as CodePipeline's API tells of them.</summary>
internal static class BuiltInShapes
{
    public static ActionType Of(ActionKind kind) => new()
    {
        Id = new ActionTypeId { Category = kind.Category, Owner = kind.Owner, Provider = kind.Provider, Version = kind.Version },
        Settings = new ActionTypeSettings(),
        ActionConfigurationProperties = [.. kind.Keys.Select(Property)],
        InputArtifactDetails = Details(kind.Inputs),
        OutputArtifactDetails = Details(kind.Outputs),
    };

    public static RuleType Of(RuleKind kind) => new()
    {
        Id = new RuleTypeId { Category = RuleCategory.Rule, Owner = RuleOwner.AWS, Provider = kind.Provider, Version = "1" },
        Settings = new RuleTypeSettings(),
        RuleConfigurationProperties = [.. kind.Keys.Select(RuleProperty)],
        InputArtifactDetails = Details(kind.Inputs),
    };

    private static ArtifactDetails Details(CountRange counts) => new() { MinimumCount = counts.Least, MaximumCount = counts.Most };

    /// <summary>What must be there is also what tells two actions apart.</summary>
    private static ActionConfigurationProperty Property(ConfigurationKey key) => new()
    {
        Name = key.Name,
        Required = key.Required,
        Key = key.Required,
        Secret = key.Secret,
        Queryable = key.Queryable,
        Description = key.Description,
        Type = IsFlag(key) ? ActionConfigurationPropertyType.Boolean : ActionConfigurationPropertyType.String,
    };

    private static RuleConfigurationProperty RuleProperty(ConfigurationKey key) => new()
    {
        Name = key.Name,
        Required = key.Required,
        Key = key.Required,
        Secret = key.Secret,
        Queryable = key.Queryable,
        Description = key.Description,
        Type = IsFlag(key) ? RuleConfigurationPropertyType.Boolean : RuleConfigurationPropertyType.String,
    };

    private static bool IsFlag(ConfigurationKey key) => key.OneOf is ["true", "false"];
}
