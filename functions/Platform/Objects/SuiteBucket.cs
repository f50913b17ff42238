namespace Sluice.Platform.Objects;

/// <summary>The suite's own bucket, for what belongs to nobody's pipeline.</summary>
/// <param name="Name">Its name.</param>
public sealed record SuiteBucket(string Name)
{
    /// <summary>On one machine.</summary>
    public static SuiteBucket OneMachine { get; } = new("sluice");
}
