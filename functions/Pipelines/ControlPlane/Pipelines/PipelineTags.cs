using Sluice.Pipelines.ControlPlane.Tags;
using Sluice.Pipelines.Records;
using Sluice.Platform.Api;
using Sluice.Platform.Runs;

namespace Sluice.Pipelines.ControlPlane.Pipelines;

/// <summary>The tags of pipelines.</summary>
internal sealed class PipelineTags(PipelineStore pipelines) : ITagged
{
    public async Task<IReadOnlyList<ResourceTag>?> FindAsync(ResourceArn arn, CancellationToken cancellationToken) =>
        (await pipelines.FindAsync(arn.Resource, cancellationToken))?.Value.Tags;

    public async Task<bool> ChangeAsync(ResourceArn arn, Func<IReadOnlyList<ResourceTag>, IReadOnlyList<ResourceTag>> change, CancellationToken cancellationToken)
    {
        if (await pipelines.FindAsync(arn.Resource, cancellationToken) is null)
        {
            return false;
        }

        await Contention.RetryAsync(
            $"The pipeline '{arn.Resource}'",
            async () => await pipelines.FindAsync(arn.Resource, cancellationToken) is not { } seen
                || await pipelines.SaveTagsAsync(seen.Value with { Tags = change(seen.Value.Tags) }, seen.Rev, cancellationToken));
        return true;
    }
}
