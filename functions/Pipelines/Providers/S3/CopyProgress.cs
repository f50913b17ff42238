using Sluice.Pipelines.Providers.Calls;
using Sluice.Platform.Json;

namespace Sluice.Pipelines.Providers.S3;

/// <summary>How far the copy of an object, or of an artifact's files, is.</summary>
[Kind("copy")]
internal sealed record CopyProgress : CallingProgress
{
    /// <summary>How many of the artifact's files are there.</summary>
    public int Copied { get; init; }
}
