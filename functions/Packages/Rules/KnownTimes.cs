namespace Sluice.Packages.Rules;

/// <summary>Since when versions of a package are known, as it is stored.</summary>
internal sealed record KnownTimes(IReadOnlyDictionary<string, DateTimeOffset> Times);
