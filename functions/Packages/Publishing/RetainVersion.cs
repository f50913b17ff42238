using Sluice.Packages.Model;
using Sluice.Packages.Resolving;

namespace Sluice.Packages.Publishing;

/// <summary>Keeps what was got from upstream in the repository that was asked: it is there from then on, whatever becomes of the upstream.</summary>
public sealed class RetainVersion
{
    private readonly PublishVersion _publish;

    internal RetainVersion(PublishVersion publish) => _publish = publish;

    /// <summary>Safe to repeat. Repositories between the two get nothing, and what is hidden is not kept: it would be shown again.</summary>
    public async Task RunAsync(FoundVersion found, PackageId asked, CancellationToken cancellationToken)
    {
        if (found.Package != asked && found.Version.IsListed)
        {
            var version = found.Version;
            await _publish.RunAsync(
                new Publication(asked, version.Version, version.Assets)
                {
                    Summary = version.Summary,
                    Dependencies = version.Dependencies,
                    Document = version.Document,
                    Readme = version.Readme,
                    Deprecation = version.Deprecation,
                    Origin = version.Origin,
                    By = version.PublishedBy,
                    ReleasedAt = version.FirstHadAt,
                    TakesMore = true,
                },
                cancellationToken);
        }
    }
}
