namespace Sluice.Packages.Retention;

/// <summary>How far the sweep came: the next one goes on after it.</summary>
/// <param name="Repository">Domain and name.</param>
/// <param name="Package">The key of the package that was looked at last; empty if the whole repository was not looked at yet.</param>
internal sealed record SweepPlace(string Repository, string Package);
