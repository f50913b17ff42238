using Sluice.Pipelines.Types;
using Sluice.Platform.Api;
using Sluice.Platform.Protocol;

namespace Sluice.Pipelines.ControlPlane.ActionTypes;

/// <summary>What a type of actions must keep to beyond the model: all faults at once.</summary>
internal static class ActionTypeFaults
{
    /// <exception cref="ApiException">Something is wrong with it.</exception>
    public static void Throw(ActionType type, ActionTypeExecutor? executor = null)
    {
        var faults = new RequestFaults();
        faults.Require(!ActionKinds.BuiltIn.Any(known => known.Is(type.Id)), CommonErrors.Validation, $"{type.Id.Category} by '{type.Id.Provider}' of {type.Id.Owner} comes with the suite; give yours another provider or version");
        faults.Add(CommonErrors.Validation, [.. Counts("inputArtifactDetails", type.InputArtifactDetails), .. Counts("outputArtifactDetails", type.OutputArtifactDetails)]);
        faults.Add(CommonErrors.Validation, [.. Properties(type.ActionConfigurationProperties ?? []), .. Executor(executor)]);
        faults.Throw();
    }

    private static IEnumerable<string> Counts(string member, ArtifactDetails details) =>
        details.MinimumCount > details.MaximumCount ? [$"{member}: minimumCount {details.MinimumCount} must not be more than maximumCount {details.MaximumCount}"] : [];

    private static IEnumerable<string> Properties(IReadOnlyList<ActionConfigurationProperty> properties)
    {
        foreach (var twice in properties.GroupBy(property => property.Name, StringComparer.Ordinal).Where(same => same.Count() > 1))
        {
            yield return $"configurationProperties: '{twice.Key}' is there {twice.Count()} times";
        }

        var queryable = properties.Where(property => property.Queryable == true).ToList();
        if (queryable.Count > 1)
        {
            yield return $"configurationProperties: at most one can be queryable, not {string.Join(" and ", queryable.Select(property => $"'{property.Name}'"))}";
        }

        foreach (var property in queryable.Where(property => !property.Required || property.Secret))
        {
            yield return $"configurationProperties: '{property.Name}' is queryable, so it must be required and must not be secret";
        }
    }

    private static IEnumerable<string> Executor(ActionTypeExecutor? executor) => executor switch
    {
        { Type: ExecutorType.Lambda, Configuration.LambdaExecutorConfiguration: null } => ["executor.configuration: lambdaExecutorConfiguration was expected for the type Lambda"],
        { Type: ExecutorType.JobWorker, Configuration.LambdaExecutorConfiguration: not null } => ["executor.configuration: lambdaExecutorConfiguration was not expected for the type JobWorker"],
        _ => [],
    };
}
