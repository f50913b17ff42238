using Sluice.Packages.Contents;
using Sluice.Packages.Formats.NuGet.Archives;
using Sluice.Packages.Formats.NuGet.Names;
using Sluice.Packages.Formats.NuGet.Outside;
using Sluice.Packages.Model;
using Sluice.Packages.Publishing;
using Sluice.Packages.Resolving;
using Sluice.Packages.Upstreams;

namespace Sluice.Packages.Formats.NuGet.Reading;

/// <summary>The files of versions.</summary>
internal sealed class PackageContents
{
    private readonly KnownPackages _known;
    private readonly ContentStore _contents;
    private readonly RetainVersion _retain;
    private readonly OutsidePackages _outside;
    private readonly OutsidePlaces _places;
    private readonly OutsideResources _resources;
    private readonly UpstreamDocuments _documents;
    private readonly OutsideGiven _given;

    internal PackageContents(KnownPackages known, ContentStore contents, RetainVersion retain, OutsidePackages outside, OutsidePlaces places, OutsideResources resources, UpstreamDocuments documents, OutsideGiven given) =>
        (_known, _contents, _retain, _outside, _places, _resources, _documents, _given) = (known, contents, retain, outside, places, resources, documents, given);

    /// <summary>The archive, which may be still on its way, and its SHA-256 if it is known; null if there is none.</summary>
    public async Task<(Stream Content, string? Sha256)?> PackageAsync(RepositoryId repository, string name, string number, CancellationToken cancellationToken)
    {
        var known = await _known.FindAsync(repository, name, cancellationToken);
        if (!known.Versions.TryGetValue(number, out var found))
        {
            if (await _outside.OpenAsync(known.Places, name, number, cancellationToken) is { } coming)
            {
                return (coming, null);
            }

            // Somebody else may have taken it while this looked.
            known = await _known.FindAsync(repository, name, cancellationToken);
            found = known.Versions.GetValueOrDefault(number);
        }

        return found?.Demanded(KnownPackages.Id(repository, name)) is { Version.IsServed: true } ? await KeptAsync(repository, found, cancellationToken) : null;
    }

    /// <summary>The package of symbols; null if there is none. None is taken from outside.</summary>
    public async Task<(Stream Content, string? Sha256)?> SymbolsAsync(RepositoryId repository, string name, string number, CancellationToken cancellationToken) =>
        (await ServedAsync(repository, name, number, cancellationToken))?.Version.Asset(NuGetAssets.Symbols(name, number)) is { } asset
            ? (await _contents.StreamAsync(repository.Domain, asset.Hashes.Sha256, cancellationToken), asset.Hashes.Sha256)
            : null;

    /// <summary>The readme; null if there is none here.</summary>
    public async Task<byte[]?> ReadmeAsync(RepositoryId repository, string name, string number, CancellationToken cancellationToken) =>
        (await ServedAsync(repository, name, number, cancellationToken))?.Version.Readme is { } readme ? await _contents.ReadAsync(repository.Domain, readme, cancellationToken) : null;

    /// <summary>The nuspec; null if there is none.</summary>
    public async Task<byte[]?> NuspecAsync(RepositoryId repository, string name, string number, CancellationToken cancellationToken)
    {
        var known = await _known.FindAsync(repository, name, cancellationToken);
        if (!known.Versions.TryGetValue(number, out var found))
        {
            return await OutsideNuspecAsync(known, number, cancellationToken);
        }

        if (!found.Demanded(KnownPackages.Id(repository, name)).Version.IsServed || found.Version.Asset(NuGetAssets.Package(name, number)) is not { } asset)
        {
            return null;
        }

        await using var archive = await _contents.OpenAsync(repository.Domain, asset.Hashes.Sha256, cancellationToken);
        return await PackageReader.NuspecTextAsync(archive, cancellationToken);
    }

    private async Task<(Stream Content, string? Sha256)?> KeptAsync(RepositoryId repository, FoundVersion found, CancellationToken cancellationToken)
    {
        if (found.Version.Asset(NuGetAssets.Package(found.Package.Name, found.Version.Version)) is not { } asset)
        {
            return null;
        }

        await _retain.RunAsync(found, found.Package.In(repository.Name), cancellationToken);
        return (await _contents.StreamAsync(repository.Domain, asset.Hashes.Sha256, cancellationToken), asset.Hashes.Sha256);
    }

    private async Task<byte[]?> OutsideNuspecAsync(KnownPackage known, string number, CancellationToken cancellationToken)
    {
        var answers = await _places.AskAsync(known.Places, mayFail: false, async (place, connection) =>
            await _given.DemandAsync(place, connection, known.Name, number, cancellationToken) && await _resources.ContentAsync(connection, $"{known.Name}/{number}/{known.Name}.nuspec", cancellationToken) is { } address ? await _documents.GetAsync(address, accept: null, cancellationToken) : null);
        return answers is [var first, ..] ? first.Content : null;
    }

    private async Task<FoundVersion?> ServedAsync(RepositoryId repository, string name, string number, CancellationToken cancellationToken) =>
        (await _known.FindAsync(repository, name, cancellationToken)).Versions.GetValueOrDefault(number)?.Demanded(KnownPackages.Id(repository, name)) is { Version.IsServed: true } found ? found : null;
}
