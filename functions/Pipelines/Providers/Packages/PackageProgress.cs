using Sluice.Pipelines.Providers.Calls;
using Sluice.Platform.Json;

namespace Sluice.Pipelines.Providers.Packages;

/// <summary>A version of a package that is looked up.</summary>
[Kind("package-version")]
internal sealed record PackageProgress : CallingProgress
{
    /// <summary>The newest, once it is known.</summary>
    public string? Version { get; init; }
}
