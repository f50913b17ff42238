using Sluice.BuildContract.Batches;

namespace Sluice.Builds.Batching;

/// <summary>What a project lets a batch be.</summary>
internal static class BatchRestrictionRules
{
    /// <summary>All that is against a plan; null if nothing is.</summary>
    public static string? Fault(BatchRestrictions? restrictions, BatchPlan plan, BuildSettings settings)
    {
        List<string> faults = [];
        var most = restrictions?.MaximumBuildsAllowed ?? BatchPlan.MostBuilds;
        if (plan.Builds.Count > most)
        {
            faults.Add($"the batch has {plan.Builds.Count} builds, and the project allows {most}");
        }

        if (restrictions?.ComputeTypesAllowed is { Count: > 0 } allowed)
        {
            faults.AddRange(plan.Builds
                .Select(build => (build.Identifier, Compute: build.Environment.ComputeType ?? settings.Environment.ComputeType.ToString()))
                .Where(build => !allowed.Contains(build.Compute))
                .Select(build => $"{build.Identifier} has the compute type {build.Compute}, and the project allows {string.Join(", ", allowed)}"));
        }

        return faults.Count == 0 ? null : string.Join("; ", faults) + ".";
    }
}
