using Sluice.Pipelines.Model;

namespace Sluice.Pipelines.ControlPlane.Executions;

/// <summary>What an action's own record tells.</summary>
/// <param name="Progress">How far it is.</param>
/// <param name="UpdatedBy">Who has spoken last; null if nobody has.</param>
internal sealed record ActionNote(ProgressNote Progress, string? UpdatedBy);
