using Sluice.Platform.Protocol;

namespace Sluice.Pipelines.Model;

/// <summary>The token is not of the approval that waits.</summary>
public sealed class InvalidApprovalTokenException(string action)
    : ApiException(nameof(InvalidApprovalTokenException), $"The token is not of the approval that '{action}' waits for now; get-pipeline-state, or list-action-executions, has it.");
