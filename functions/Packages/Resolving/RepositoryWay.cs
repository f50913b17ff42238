using Sluice.Packages.Model;

namespace Sluice.Packages.Resolving;

/// <summary>By which repositories one is come to: the one that was asked first, the one itself last.</summary>
internal sealed record RepositoryWay(IReadOnlyList<StoredRepository> Repositories)
{
    /// <summary>The one itself.</summary>
    public StoredRepository End => Repositories[^1];
}
