namespace Sluice.Platform.Tests.Runs;

/// <summary>A record of the tests: how often a light was switched, and how.</summary>
internal sealed record Light(string Id, int Switched, string? Last = null);
