using Sluice.Platform.Api;

namespace Sluice.Pipelines.ControlPlane.Tags;

/// <summary>A kind of resource that has tags.</summary>
internal interface ITagged
{
    /// <summary>The tags of the resource; null if it is of another kind, or there is none.</summary>
    /// <param name="arn">Its ARN's parts.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<IReadOnlyList<ResourceTag>?> FindAsync(ResourceArn arn, CancellationToken cancellationToken);

    /// <summary>Changes the tags of the resource.</summary>
    /// <returns>False if it is of another kind, or there is none.</returns>
    Task<bool> ChangeAsync(ResourceArn arn, Func<IReadOnlyList<ResourceTag>, IReadOnlyList<ResourceTag>> change, CancellationToken cancellationToken);
}
