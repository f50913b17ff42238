namespace Sluice.BuildContract.Batches;

/// <summary>The builds of a batch, expanded from the buildspec's <c>batch</c>.</summary>
/// <param name="Kind">What the buildspec has them from.</param>
/// <param name="FastFail">Whether builds that run are stopped when one fails.</param>
/// <param name="Builds">In an order in which each comes after those that it depends on; at least one.</param>
public sealed record BatchPlan(BatchKind Kind, bool FastFail, IReadOnlyList<BatchBuild> Builds)
{
    /// <summary>The most that CodeBuild runs in one batch, unless the project allows fewer.</summary>
    public const int MostBuilds = 100;

    /// <summary>The name of the object that holds the plan, below the batch's prefix.</summary>
    public const string ObjectName = "batch-plan.json";
}
