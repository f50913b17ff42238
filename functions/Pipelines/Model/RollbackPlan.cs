namespace Sluice.Pipelines.Model;

/// <summary>A stage that is to be again as a run left it.</summary>
/// <param name="StageName">Which stage.</param>
/// <param name="Target">The run that left it so.</param>
internal sealed record RollbackPlan(string StageName, string Target);
