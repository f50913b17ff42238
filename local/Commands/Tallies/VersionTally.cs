using System.Text.Json.Serialization;
using Sluice.Local.Commands.Releases;

namespace Sluice.Local.Commands.Tallies;

/// <summary>How many requests a version answered, and how many of them with an error.</summary>
internal sealed record VersionTally(long Requests, long Failed)
{
    public static VersionTally None { get; } = new(0, 0);

    /// <summary>Why they failed.</summary>
    public IReadOnlyList<ErrorTally> Errors => Kinds.List;

    [JsonIgnore]
    public ErrorKinds Kinds { get; init; } = ErrorKinds.None;

    public static VersionTally operator -(VersionTally later, VersionTally earlier) =>
        new(later.Requests - earlier.Requests, later.Failed - earlier.Failed) { Kinds = later.Kinds - earlier.Kinds };

    /// <param name="error">Why the request failed; null if it did not.</param>
    public VersionTally With(string? error) =>
        new(Requests + 1, Failed + (error is null ? 0 : 1)) { Kinds = error is null ? Kinds : Kinds.With(error) };
}
