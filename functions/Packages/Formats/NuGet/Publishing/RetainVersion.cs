using Sluice.Packages.Model;
using Sluice.Packages.Publishing;
using Sluice.Packages.Resolving;

namespace Sluice.Packages.Formats.NuGet.Publishing;

/// <summary>Keeps a version in the repository that was asked for it: it stays there, whatever becomes of the upstream.</summary>
internal sealed class RetainVersion
{
    private readonly PublishVersion _publish;

    internal RetainVersion(PublishVersion publish) => _publish = publish;

    /// <summary>Nothing is done for what is there already, or is hidden: it would be shown again.</summary>
    public async Task RunAsync(RepositoryId asked, FoundVersion found, CancellationToken cancellationToken)
    {
        if (found.Package.Home == asked || !found.Version.IsListed)
        {
            return;
        }

        await _publish.RunAsync(
            new Publication(found.Package.In(asked.Name), found.Version.Version, found.Version.Assets)
            {
                Summary = found.Version.Summary,
                Dependencies = found.Version.Dependencies,
                Document = found.Version.Document,
                Readme = found.Version.Readme,
                Origin = found.Version.Origin,
                By = found.Version.PublishedBy,
            },
            cancellationToken);
    }
}
