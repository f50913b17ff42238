using Sluice.Builds.ControlPlane;
using Sluice.Builds.Records;
using Sluice.Platform.Protocol;

namespace Sluice.Builds.Api.Sandboxes;

/// <summary>Finds sandboxes by what clients call them: <c>project:uuid</c>, or the ARN.</summary>
public sealed class SandboxFinder
{
    private readonly BuildStore _store;

    internal SandboxFinder(BuildStore store)
    {
        _store = store;
    }

    /// <summary>Null if there is none of this id.</summary>
    internal async Task<BuildRecord?> FindAsync(string idOrArn, CancellationToken cancellationToken) =>
        BuildIds.In(idOrArn) is { } id && await _store.FindAsync(id, cancellationToken) is { IsSandbox: true } sandbox && sandbox.IsCalled(idOrArn) ? sandbox : null;

    /// <exception cref="ApiException">It is no id, or of no sandbox.</exception>
    internal async Task<BuildRecord> GetAsync(string idOrArn, CancellationToken cancellationToken) =>
        BuildIds.In(idOrArn) is null ? throw InvalidInput.Of($"'{idOrArn}' is no id of a sandbox; expected PROJECT:UUID, or a sandbox's ARN.")
        : await FindAsync(idOrArn, cancellationToken) ?? throw new ApiException(InvalidInput.NotFound, $"There is no sandbox '{idOrArn}'.");
}
