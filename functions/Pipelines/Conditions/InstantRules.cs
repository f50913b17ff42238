namespace Sluice.Pipelines.Conditions;

/// <summary>The rules that are judged here, or whose time is known; the others are asked of a service.</summary>
internal static class InstantRules
{
    /// <returns>Null if a service has to be asked.</returns>
    public static RuleVerdict? Judge(RuleTypeId type, IReadOnlyDictionary<string, string> configuration, DateTimeOffset now) => type.Provider switch
    {
        RuleProviders.VariableCheck => VariableCheck.Judge(configuration),
        RuleProviders.DeploymentWindow => DeploymentWindow.Judge(configuration, now),
        _ => null,
    };
}
