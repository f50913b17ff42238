using Sluice.BuildContract.Batches;

namespace Sluice.BuildRunner.Buildspecs.Batches;

/// <summary>What differs between the builds of a matrix.</summary>
/// <param name="Values">At least one.</param>
/// <param name="Set">Gives a build one of them.</param>
internal sealed record BatchDimension(IReadOnlyList<string> Values, Func<BatchBuild, string, BatchBuild> Set);
