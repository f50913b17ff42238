using Sluice.Pipelines.Providers.Calls;
using Sluice.Platform.Json;

namespace Sluice.Pipelines.Providers.Ecr;

/// <summary>An image that is looked up.</summary>
[Kind("ecr-image")]
internal sealed record ImageProgress : CallingProgress;
