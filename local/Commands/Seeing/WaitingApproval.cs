namespace Sluice.Local.Commands.Seeing;

/// <summary>An approval that waits for people.</summary>
/// <param name="PipelineName">Its pipeline.</param>
/// <param name="StageName">Its stage.</param>
/// <param name="ActionName">Its action.</param>
/// <param name="PipelineExecutionId">The run that waits.</param>
/// <param name="Token">What answers it.</param>
/// <param name="CustomData">What it asks; null if it does not say.</param>
/// <param name="ExternalEntityLink">What is to be looked at; null if it does not say.</param>
/// <param name="StartTime">Since when it waits.</param>
/// <param name="ExpiresAt">Until when.</param>
internal sealed record WaitingApproval(
    string PipelineName, string StageName, string ActionName, string PipelineExecutionId, string Token, string? CustomData, string? ExternalEntityLink, DateTimeOffset? StartTime, DateTimeOffset? ExpiresAt);
