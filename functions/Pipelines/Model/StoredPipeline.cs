using Sluice.Platform.Api;

namespace Sluice.Pipelines.Model;

/// <summary>A pipeline as it is kept.</summary>
/// <param name="Pipeline">Its declaration, with its version.</param>
/// <param name="Created">When it was created.</param>
/// <param name="Updated">When it was last changed.</param>
public sealed record StoredPipeline(PipelineDeclaration Pipeline, DateTimeOffset Created, DateTimeOffset Updated)
{
    /// <summary>What users call it by, beside its name.</summary>
    public IReadOnlyList<ResourceTag> Tags { get; init; } = [];
}
