namespace Sluice.Pipelines.Model;

/// <summary>What is told of an action while it runs.</summary>
/// <param name="Summary">For people.</param>
/// <param name="ExternalExecutionId">What those who do it call it.</param>
/// <param name="PercentComplete">0 to 100.</param>
internal sealed record ProgressNote(string? Summary, string? ExternalExecutionId, int? PercentComplete);
