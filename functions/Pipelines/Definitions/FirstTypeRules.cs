using Sluice.Pipelines.Types;
using Sluice.Platform.Documents;

namespace Sluice.Pipelines.Definitions;

/// <summary>What pipelines of the original's first type, V1, cannot have. One that names no type can have all.</summary>
internal static class FirstTypeRules
{
    public static void Check(MappingReader map, PipelineDeclaration declared)
    {
        if (declared.PipelineType != PipelineType.V1)
        {
            return;
        }

        foreach (var (member, what) in Seconds(declared))
        {
            map.Fault(member, $"{what} can only be used with V2 pipelines; expected pipelineType V2, or none", FaultKinds.Structure);
        }
    }

    private static IEnumerable<(string Member, string What)> Seconds(PipelineDeclaration declared)
    {
        if (declared.ExecutionMode is ExecutionMode.QUEUED or ExecutionMode.PARALLEL)
        {
            yield return ("executionMode", $"Execution mode {declared.ExecutionMode}");
        }

        if (declared.Variables is { Count: > 0 })
        {
            yield return ("variables", "Pipeline variable");
        }

        if (declared.Triggers is { Count: > 0 })
        {
            yield return ("triggers", declared.Triggers.Any(trigger => trigger.GitConfiguration.Push?.Any(push => push.Tags is not null) == true) ? "Triggers on tag" : "Triggers");
        }

        if (declared.Stages.FirstOrDefault(stage => stage.BeforeEntry is not null || stage.OnSuccess is not null || stage.OnFailure is not null) is { } judged)
        {
            yield return ("stages", $"Conditions, which stage '{judged.Name}' has,");
        }

        if (declared.Stages.SelectMany(stage => stage.Actions).FirstOrDefault(action => action.ActionTypeId is { Category: ActionCategory.Compute, Provider: BuildTypes.Commands }) is { } commands)
        {
            yield return ("stages", $"Commands, which action '{commands.Name}' has,");
        }
    }
}
