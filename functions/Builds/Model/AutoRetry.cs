namespace Sluice.Builds.Model;

/// <summary>Where a build is in a row of builds that were started again because the one before failed.</summary>
/// <param name="Number">0 for the first.</param>
/// <param name="Previous">The full id of the build that it is a retry of; null for the first.</param>
/// <param name="Next">The full id of its own retry; null if there is none.</param>
internal sealed record AutoRetry(int Number, string? Previous = null, string? Next = null);
