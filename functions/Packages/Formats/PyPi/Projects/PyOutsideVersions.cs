using Sluice.Packages.Formats.PyPi.Names;
using Sluice.Packages.Formats.PyPi.Pages;
using Sluice.Packages.Model;
using Sluice.Packages.Publishing;
using Sluice.Packages.Upstreams;

namespace Sluice.Packages.Formats.PyPi.Projects;

/// <summary>Which versions of a project a registry outside has.</summary>
internal sealed class PyOutsideVersions(UpstreamDocuments documents) : IOutsideVersions
{
    /// <inheritdoc/>
    public PackageFormat Format => PackageFormat.pypi;

    /// <inheritdoc/>
    public async Task<bool> HasAsync(ExternalConnection connection, PackageId id, string version, CancellationToken cancellationToken)
    {
        var address = new Uri(connection.Address, $"simple/{id.Name}/");
        var wanted = PyVersion.Read(version)?.Canonical;
        return await documents.GetAsync(address, OutsidePage.Accept, cancellationToken) is { } page && Read(page, address, id).Any(file => PyVersion.Read(file.File.Version)?.Canonical == wanted);
    }

    private static IReadOnlyList<OutsideFile> Read(UpstreamDocument page, Uri address, PackageId id)
    {
        try
        {
            return OutsidePage.Read(page.Content, page.ContentType, address, id.Name);
        }
        catch (InvalidDataException e)
        {
            throw new UpstreamException($"The page of '{id.Name}' at {UpstreamClient.Told(address)} {e.Message}.");
        }
    }
}
