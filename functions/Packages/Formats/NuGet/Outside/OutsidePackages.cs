using Sluice.Packages.Contents;
using Sluice.Packages.Formats.NuGet.Archives;
using Sluice.Packages.Formats.NuGet.Names;
using Sluice.Packages.Formats.NuGet.Nuspecs;
using Sluice.Packages.Formats.NuGet.Publishing;
using Sluice.Packages.Model;
using Sluice.Packages.Records;
using Sluice.Packages.Resolving;
using Sluice.Packages.Upstreams;

namespace Sluice.Packages.Formats.NuGet.Outside;

/// <summary>Takes packages from outside: handed on while they are stored, and kept where the connection is and where they were asked for once they are what they should be.</summary>
internal sealed class OutsidePackages
{
    private readonly OutsidePlaces _places;
    private readonly OutsideResources _resources;
    private readonly OutsideHash _hash;
    private readonly UpstreamFiles _files;
    private readonly PackagePublisher _publisher;
    private readonly PackageStore _packages;
    private readonly OutsideGiven _given;

    internal OutsidePackages(OutsidePlaces places, OutsideResources resources, OutsideHash hash, UpstreamFiles files, PackagePublisher publisher, PackageStore packages, OutsideGiven given) =>
        (_places, _resources, _hash, _files, _publisher, _packages, _given) = (places, resources, hash, files, publisher, packages, given);

    /// <summary>The archive, as it comes; null if no registry has it, or it is here by now.</summary>
    /// <exception cref="UpstreamException">One cannot be asked, and no other has it.</exception>
    /// <exception cref="ApiException">It is not given.</exception>
    public async Task<Stream?> OpenAsync(IReadOnlyList<PackagePlace> places, string name, string number, CancellationToken cancellationToken)
    {
        var asked = places[0].Repository.Id;
        foreach (var (place, connection) in _places.Of(places))
        {
            if (await _given.DemandAsync(place, connection, name, number, cancellationToken) && await OpenAsync(asked, place.Repository.Id, connection, name, number, cancellationToken) is { } content)
            {
                return content;
            }
        }

        return null;
    }

    private async Task<Stream?> OpenAsync(RepositoryId asked, RepositoryId entry, ExternalConnection connection, string name, string number, CancellationToken cancellationToken)
    {
        if (await _resources.ContentAsync(connection, $"{name}/{number}/{NuGetAssets.Package(name, number)}", cancellationToken) is not { } address)
        {
            return null;
        }

        var (told, package) = (await _hash.FindAsync(connection, name, number, cancellationToken), (PackageManifest?)null);
        var hash = told.Sha512;
        return await _files.OpenAsync(
            new UpstreamFile(asked.Domain, address, PackageLimits.Archive, content => hash is null || hash == content.Hashes.Sha512 ? null : $"its SHA-512 is {content.Hashes.Sha512}, and not {hash}", KeepAsync)
            {
                IsKept = async () => await _packages.FindVersionAsync(new PackageId(entry.Domain, entry.Name, PackageFormat.nuget, null, name), number, CancellationToken.None) is not null,
                Inspect = async archive =>
                {
                    (package, var fault) = await ReadAsync(archive, name, number);
                    return fault;
                },
            },
            cancellationToken);

        async Task KeepAsync(StoredContent content)
        {
            foreach (var home in new[] { entry, asked }.Distinct())
            {
                await _publisher.RunAsync(home, package!, content, VersionOrigin.Taken(connection.Name), told.PublishedAt, by: null, CancellationToken.None);
            }
        }
    }

    private static async Task<(PackageManifest? Package, string? Fault)> ReadAsync(Stream archive, string name, string number)
    {
        try
        {
            var package = await PackageReader.ReadAsync(archive, CancellationToken.None);
            return PackageName.Key(package.Id) == name && PackageNumber.Key(package.Version) == number ? (package, null) : (null, $"its nuspec says that it is {package.Id} {package.Version}");
        }
        catch (FormatException e)
        {
            return (null, $"it {e.Message}");
        }
    }
}
