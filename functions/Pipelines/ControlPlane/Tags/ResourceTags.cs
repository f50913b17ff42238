using Sluice.Platform.Accounts;
using Sluice.Platform.Api;
using Sluice.Platform.Protocol;

namespace Sluice.Pipelines.ControlPlane.Tags;

/// <summary>The tags of whatever resource an ARN names.</summary>
internal sealed class ResourceTags(IEnumerable<ITagged> kinds, SuiteAccount account)
{
    /// <exception cref="ApiException">It is no ARN, or there is no such resource.</exception>
    public async Task<IReadOnlyList<ResourceTag>> GetAsync(string arn, CancellationToken cancellationToken)
    {
        var parts = PipelineArns.Read(account, arn);
        foreach (var kind in kinds)
        {
            if (await kind.FindAsync(parts, cancellationToken) is { } tags)
            {
                return tags;
            }
        }

        throw NotFound(arn);
    }

    /// <exception cref="ApiException">It is no ARN, there is no such resource, or the tags are not to be had so.</exception>
    public async Task ChangeAsync(string arn, Func<IReadOnlyList<ResourceTag>, IReadOnlyList<ResourceTag>> change, CancellationToken cancellationToken)
    {
        var parts = PipelineArns.Read(account, arn);
        foreach (var kind in kinds)
        {
            if (await kind.ChangeAsync(parts, change, cancellationToken))
            {
                return;
            }
        }

        throw NotFound(arn);
    }

    private static ApiException NotFound(string arn) => new("ResourceNotFoundException", $"There is nothing that '{arn}' names.");
}
