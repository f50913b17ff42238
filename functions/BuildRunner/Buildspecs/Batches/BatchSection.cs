using Sluice.BuildContract.Batches;
using Sluice.Platform.Documents;

namespace Sluice.BuildRunner.Buildspecs.Batches;

/// <summary>Reads a buildspec's <c>batch</c> as the builds that it stands for.</summary>
internal static class BatchSection
{
    private static readonly (string Name, Func<MappingReader, string, IReadOnlyList<BatchBuild>> Read, BatchKind Kind)[] _kinds =
    [
        ("build-graph", (batch, name) => BatchTasks.Read(batch, name, mayDepend: true), BatchKind.Graph),
        ("build-list", (batch, name) => BatchTasks.Read(batch, name, mayDepend: false), BatchKind.List),
        ("build-matrix", BatchMatrix.Read, BatchKind.Matrix),
        ("build-fanout", Fanout, BatchKind.Fanout),
    ];

    /// <returns>Null if there is none.</returns>
    public static BatchPlan? Read(MappingReader root) => root.OptionalMapping("batch", Batch);

    private static BatchPlan? Batch(MappingReader batch)
    {
        var fastFail = batch.OptionalBool("fast-fail") ?? false;
        var plans = _kinds.Where(kind => batch.Has(kind.Name)).Select(kind => Plan(batch, kind.Name, kind.Kind, fastFail, kind.Read)).ToList();
        if (plans.Count != 1)
        {
            batch.Fault($"expected one of {string.Join(", ", _kinds.Select(kind => kind.Name))}, not {(plans.Count == 0 ? "none" : $"{plans.Count} of them")}");
        }

        return plans.FirstOrDefault();
    }

    private static BatchPlan Plan(MappingReader batch, string name, BatchKind kind, bool fastFail, Func<MappingReader, string, IReadOnlyList<BatchBuild>> read)
    {
        var builds = read(batch, name);
        if (builds.Count > BatchPlan.MostBuilds)
        {
            batch.Fault(name, $"makes {builds.Count} builds; a batch has {BatchPlan.MostBuilds} at most");
        }

        return new BatchPlan(kind, fastFail, builds);
    }

    private static IReadOnlyList<BatchBuild> Fanout(MappingReader batch, string name) => batch.OptionalMapping(name, fanout =>
    {
        var count = fanout.RequiredInt("parallelism", 1, BatchPlan.MostBuilds);
        var ignoreFailure = fanout.OptionalBool("ignore-failure") ?? false;
        return Enumerable.Range(0, count)
            .Select(index => new BatchBuild($"build_fanout_shard_{index + 1}", [], ignoreFailure, null, null, BatchEnvironment.AsProject, new BatchShard(index, count)))
            .ToList();
    }) ?? [];
}
