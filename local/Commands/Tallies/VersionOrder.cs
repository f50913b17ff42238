namespace Sluice.Local.Commands.Tallies;

/// <summary>Versions by number, anything else behind them by name.</summary>
internal sealed class VersionOrder : IComparer<string>
{
    /// <summary>Stands for a request that no version answered.</summary>
    public const string NoVersion = "none";

    public static VersionOrder Instance { get; } = new();

    /// <summary>A version in words.</summary>
    public static string Name(string version) => version == NoVersion ? "no version" : $"version {version}";

    public int Compare(string? x, string? y) => (long.TryParse(x, out var a), long.TryParse(y, out var b)) switch
    {
        (true, true) => a.CompareTo(b),
        (true, false) => -1,
        (false, true) => 1,
        _ => string.CompareOrdinal(x, y),
    };
}
