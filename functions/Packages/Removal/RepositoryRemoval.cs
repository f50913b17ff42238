using Sluice.Packages.Images.Removal;
using Sluice.Packages.Model;
using Sluice.Packages.Records;

namespace Sluice.Packages.Removal;

/// <summary>Deletes repositories: their packages and images, themselves, and what others say of them.</summary>
internal sealed class RepositoryRemoval(RepositoryStore repositories, PackageRemoval packages, ImageRemoval images)
{
    /// <returns>What was deleted.</returns>
    /// <exception cref="ApiException">There is no such repository.</exception>
    public async Task<StoredRepository> RemoveAsync(RepositoryId id, CancellationToken cancellationToken)
    {
        var repository = await repositories.GetAsync(id, cancellationToken);
        await packages.RemoveAllAsync(id, cancellationToken);
        await images.RemoveAllAsync(id, cancellationToken);
        foreach (var other in (await repositories.OfDomainAsync(id.Domain, cancellationToken)).Where(other => other.Upstreams.Contains(id.Name)))
        {
            await repositories.ChangeAsync(other.Id, before => before with { Upstreams = [.. before.Upstreams.Where(name => name != id.Name)] }, cancellationToken);
        }

        await repositories.DeleteAsync(id, cancellationToken);
        return repository;
    }
}
