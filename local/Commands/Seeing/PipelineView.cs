using Sluice.Pipelines.Shapes;

namespace Sluice.Local.Commands.Seeing;

/// <summary>All that there is to see of a pipeline as it stands.</summary>
/// <param name="State">Stage by stage.</param>
/// <param name="PipelineExecutionSummaries">The newest run, and those that go on, the newest first.</param>
/// <param name="ActionExecutionDetails">What is done for those that go on.</param>
/// <param name="Approvals">What waits for people.</param>
/// <param name="Deployments">Those that go on.</param>
internal sealed record PipelineView(
    GetPipelineStateOutput State,
    IReadOnlyList<PipelineExecutionSummary> PipelineExecutionSummaries,
    IReadOnlyList<ActionExecutionDetail> ActionExecutionDetails,
    IReadOnlyList<WaitingApproval> Approvals,
    IReadOnlyList<SeenDeployment> Deployments);
