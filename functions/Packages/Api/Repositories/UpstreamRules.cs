using Sluice.Packages.Model;
using Sluice.Packages.Records;

namespace Sluice.Packages.Api.Repositories;

/// <summary>Which upstreams a repository can have.</summary>
internal sealed class UpstreamRules(RepositoryStore repositories)
{
    private const int Most = 10;

    /// <exception cref="ApiException">One is not there, is the repository itself, or is named twice, or there are too many.</exception>
    public async Task<IReadOnlyList<string>> CheckAsync(RepositoryId id, IReadOnlyList<UpstreamRepository>? upstreams, CancellationToken cancellationToken)
    {
        IReadOnlyList<string> names = [.. (upstreams ?? []).Select(upstream => upstream.RepositoryName)];
        if (names.Count > Most)
        {
            throw PackageErrors.Quota($"A repository has {Most} upstreams at most, not {names.Count}.");
        }

        foreach (var name in names)
        {
            if (name == id.Name || names.Count(other => other == name) > 1)
            {
                throw PackageErrors.Invalid(name == id.Name ? $"The repository '{name}' cannot be its own upstream." : $"The upstream '{name}' is named more than once.");
            }

            await repositories.GetAsync(id with { Name = name }, cancellationToken);
        }

        return names;
    }
}
