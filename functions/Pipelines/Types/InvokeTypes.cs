using static Sluice.Pipelines.Types.ConfigurationKey;

namespace Sluice.Pipelines.Types;

/// <summary>What calls something else that then answers.</summary>
internal static class InvokeTypes
{
    public const string Lambda = "Lambda";

    public const string StepFunctions = "StepFunctions";

    public const string CodePipeline = "CodePipeline";

    public static IReadOnlyList<ActionKind> All { get; } =
    [
        new(ActionCategory.Invoke, ActionOwner.AWS, Lambda)
        {
            Inputs = new(0, 5), Outputs = new(0, 5), Keys = [Needed("FunctionName"), new("UserParameters") { Longest = 1000 }], Timeout = TimeSpan.FromHours(24),
        },
        new(ActionCategory.Invoke, ActionOwner.AWS, StepFunctions)
        {
            Inputs = new(0, 1), Outputs = new(0, 1), Keys = [Needed("StateMachineArn"), new("ExecutionNamePrefix"), Choice("InputType", "Literal", "FilePath"), new("Input")], Timeout = TimeSpan.FromDays(7),
        },
        new(ActionCategory.Invoke, ActionOwner.AWS, CodePipeline)
        {
            Inputs = new(0, 1), Outputs = new(0, 0), Keys = [Needed("PipelineName"), new("SourceRevisions"), new("Variables"), Flag("WaitForCompletion")], Timeout = TimeSpan.FromDays(7), Variables = ["PipelineExecutionId"],
        },
    ];
}
