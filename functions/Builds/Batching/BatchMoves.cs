namespace Sluice.Builds.Batching;

/// <summary>What is to be done for a batch when its record is stored. All of it may be done twice.</summary>
/// <param name="Start">Builds that are to be made, if they are not there.</param>
/// <param name="Stop">The UUIDs of builds that are to stop.</param>
internal sealed record BatchMoves(IReadOnlyList<BuildRecord> Start, IReadOnlyList<string> Stop)
{
    public static BatchMoves None { get; } = new([], []);
}
