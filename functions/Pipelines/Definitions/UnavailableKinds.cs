namespace Sluice.Pipelines.Definitions;

/// <summary>The kinds of actions that cannot run where the suite is. A pipeline that names one is refused when it is made.</summary>
public sealed record UnavailableKinds(IReadOnlyList<UnavailableKind> Kinds)
{
    /// <summary>In AWS all can.</summary>
    public static UnavailableKinds None { get; } = new([]);
}
