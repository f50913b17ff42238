using Sluice.BuildContract.Batches;
using Sluice.Platform.Documents;

namespace Sluice.BuildRunner.Buildspecs;

/// <summary>Which builds a buildspec's batch stands for.</summary>
internal static class BatchPlanner
{
    /// <param name="file">The buildspec's name, as the user knows it.</param>
    /// <param name="content">What is in it.</param>
    /// <exception cref="InvalidDocumentException">With all the faults.</exception>
    /// <exception cref="SourceException">It has no batch.</exception>
    public static BatchPlan Plan(string file, ReadOnlySpan<byte> content) =>
        BuildspecReader.Read(file, content).Batch
        ?? throw new SourceException("BATCH_SPEC_VALIDATION_ERROR", Missing(file));

    /// <summary>What is said of a buildspec without one.</summary>
    public static string Missing(string file) => $"{file} has no batch; expected one with build-graph, build-list, build-matrix or build-fanout.";
}
