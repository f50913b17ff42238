using Sluice.Builds.Records;
using Sluice.Platform.Protocol;

namespace Sluice.Builds.Api.Builds;

/// <summary>Finds builds by what clients call them: <c>project:uuid</c>, or the ARN.</summary>
public sealed class BuildFinder
{
    private readonly BuildStore _store;

    internal BuildFinder(BuildStore store)
    {
        _store = store;
    }

    /// <summary>Null if there is none of this id.</summary>
    internal async Task<BuildRecord?> FindAsync(string idOrArn, CancellationToken cancellationToken) =>
        BuildIds.In(idOrArn) is { } buildId && await _store.FindAsync(buildId, cancellationToken) is { IsSandbox: false } build && build.IsCalled(idOrArn) ? build : null;

    /// <exception cref="ApiException">It is no id, or of no build.</exception>
    internal async Task<BuildRecord> GetAsync(string? idOrArn, CancellationToken cancellationToken) =>
        idOrArn is null || BuildIds.In(idOrArn) is null ? throw BuildErrors.NotAnId(idOrArn) : await FindAsync(idOrArn, cancellationToken) ?? throw BuildErrors.DoesNotExist(idOrArn);
}
