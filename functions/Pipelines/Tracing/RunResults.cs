using Sluice.Pipelines.Model;
using Sluice.Platform.Actions;
using Sluice.Platform.Tracing;

namespace Sluice.Pipelines.Tracing;

/// <summary>How runs, stages, actions and rules ended, in the words of OpenTelemetry's conventions.</summary>
internal static class RunResults
{
    /// <summary>The class of an error that has no name of its own.</summary>
    public const string Failed = "failed";

    public static string Of(PipelineExecutionStatus status) => status switch
    {
        PipelineExecutionStatus.Succeeded => CicdAttributes.Success,
        PipelineExecutionStatus.Failed => CicdAttributes.Failure,
        _ => CicdAttributes.Cancellation,
    };

    public static string Of(StageExecutionStatus? status) => status switch
    {
        StageExecutionStatus.Succeeded => CicdAttributes.Success,
        StageExecutionStatus.Failed => CicdAttributes.Failure,
        StageExecutionStatus.Skipped or null => CicdAttributes.Skip,
        _ => CicdAttributes.Cancellation,
    };

    public static string Of(RunAction action) => action.Status switch
    {
        ActionExecutionStatus.Succeeded => CicdAttributes.Success,
        ActionExecutionStatus.Failed => action.ErrorCode == ActionErrors.Source ? CicdAttributes.Error : CicdAttributes.Failure,
        _ => CicdAttributes.Cancellation,
    };

    public static string Of(RuleExecutionStatus status) => status switch
    {
        RuleExecutionStatus.Succeeded => CicdAttributes.Success,
        RuleExecutionStatus.Failed => CicdAttributes.Failure,
        _ => CicdAttributes.Cancellation,
    };
}
