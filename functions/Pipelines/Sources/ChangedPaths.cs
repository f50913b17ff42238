namespace Sluice.Pipelines.Sources;

/// <summary>Which paths changed.</summary>
/// <param name="Paths">With slashes, in ordinal order; null if it is not known, which counts as everything.</param>
/// <param name="Reason">Why it is not known; null if it is.</param>
public sealed record ChangedPaths(IReadOnlyList<string>? Paths, string? Reason = null)
{
    /// <summary>Whether it is known.</summary>
    public bool AreKnown => Paths is not null;

    /// <summary>It is not known.</summary>
    public static ChangedPaths Unknown(string reason) => new(null, reason);
}
