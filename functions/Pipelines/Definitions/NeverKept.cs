using Sluice.Pipelines.Conditions;
using Sluice.Pipelines.Variables;
using Sluice.Platform.Documents;

namespace Sluice.Pipelines.Definitions;

/// <summary>Rules that can be judged as they stand and are never kept: with one before a stage nobody comes into it.</summary>
internal static class NeverKept
{
    /// <summary>Beyond this no window that is judged from here opens.</summary>
    private static readonly DateTimeOffset Now = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static void Doubt(MappingReader map, RuleDeclaration rule, Place at)
    {
        if (rule.Configuration is not { } configuration || configuration.Values.Any(VariableReferences.Any) || Why(rule, configuration) is not { } why)
        {
            return;
        }

        map.Doubt("configuration", $"{why}{(at.RunOrder == Place.Entry ? "; no run can enter the stage" : "")}");
    }

    private static string? Why(RuleDeclaration rule, IReadOnlyDictionary<string, string> configuration) => rule.RuleTypeId.Provider switch
    {
        RuleProviders.VariableCheck when configuration.ContainsKey("Variable") && configuration.ContainsKey("Value") && VariableCheck.Judge(configuration) is { Status: RuleExecutionStatus.Failed } verdict =>
            $"this is never so: {verdict.Message} compares two texts, and no variable is in them; expected one as #{{NAMESPACE.NAME}}",
        RuleProviders.DeploymentWindow when IsNeverOpen(configuration) => $"the window '{configuration["Cron"]}' never opens",
        _ => null,
    };

    // One with years may have been open before.
    private static bool IsNeverOpen(IReadOnlyDictionary<string, string> configuration)
    {
        try
        {
            return configuration.TryGetValue("Cron", out var cron) && cron.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length == 6
                && WindowCron.Parse(cron, configuration.GetValueOrDefault("TimeZone")).Until(Now) is null;
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
