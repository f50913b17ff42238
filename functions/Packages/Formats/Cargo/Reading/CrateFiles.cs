using Sluice.Packages.Contents;
using Sluice.Packages.Formats.Cargo.Index;
using Sluice.Packages.Formats.Cargo.Names;
using Sluice.Packages.Formats.Cargo.Outside;
using Sluice.Packages.Formats.Cargo.Publishing;
using Sluice.Packages.Model;
using Sluice.Packages.Publishing;
using Sluice.Packages.Records;
using Sluice.Packages.Resolving;
using Sluice.Packages.Upstreams;

namespace Sluice.Packages.Formats.Cargo.Reading;

/// <summary>Gives the archives of crates out. What is outside is handed on while it is stored.</summary>
internal sealed class CrateFiles(VersionFinder finder, PackageStore packages, RetainVersion retain, ContentStore contents, CargoOutside outside, OutsideGate gate, UpstreamFiles files, CratePublisher publisher)
{
    private const string Type = "application/x-tar+gzip";

    /// <exception cref="ApiException">There is no such version, or it cannot be had.</exception>
    public async Task<ApiResponse> AnswerAsync(FormatRequest request, string name, string version, CancellationToken cancellationToken)
    {
        var asked = CrateName.In(request.Repository, name);
        var places = await finder.PlacesAsync(asked, cancellationToken);
        if (await KeptAsync(places, asked, version, cancellationToken) is { } kept)
        {
            return kept;
        }

        var (sources, fault) = await outside.LookAsync(places, name, cancellationToken);
        foreach (var source in sources)
        {
            if (await packages.FindVersionAsync(source.Place.Id, version, cancellationToken) is null && await OpenAsync(source, asked, version, cancellationToken) is { } content)
            {
                return new ApiResponse(200, [KeyValuePair.Create("Content-Type", Type)], default) { Content = content };
            }
        }

        // Somebody's fetch may have ended since it was looked for.
        return await KeptAsync(places, asked, version, cancellationToken) ?? throw fault ?? PackageErrors.NoVersion(asked, version);
    }

    private async Task<ApiResponse?> KeptAsync(IReadOnlyList<PackagePlace> places, PackageId asked, string version, CancellationToken cancellationToken)
    {
        foreach (var place in places)
        {
            if (await packages.FindVersionAsync(place.Id, version, cancellationToken) is { Value: var found })
            {
                place.Gate.Demand(found);
                return found is { IsServed: true, Assets: [var asset] } ? await GivenAsync(new FoundVersion(place.Id, found), asked, asset, cancellationToken) : throw PackageErrors.NoVersion(asked, version);
            }
        }

        return null;
    }

    private async Task<ApiResponse> GivenAsync(FoundVersion found, PackageId asked, StoredAsset asset, CancellationToken cancellationToken)
    {
        await retain.RunAsync(found, asked, cancellationToken);
        return FormatAnswers.File(await contents.StreamAsync(asked.Domain, asset.Hashes.Sha256, cancellationToken), Type, asset.Hashes.Sha256);
    }

    private async Task<Stream?> OpenAsync(OutsideIndex source, PackageId asked, string version, CancellationToken cancellationToken)
    {
        if (source.Lines.FirstOrDefault(line => line.Version == version) is not { } line)
        {
            return null;
        }

        var releasedAt = await gate.DemandAsync(source.Place, OutsideIndex.Listed(line), cancellationToken);
        var wanted = new UpstreamFile(
            asked.Domain,
            await outside.AddressOfAsync(source.Connection, line, cancellationToken),
            PublishFrame.MostBytes,
            content => content.Hashes.Sha256 == line.Checksum ? null : $"its SHA-256 is {content.Hashes.Sha256}, and the index says {line.Checksum}.",
            content => publisher.TakenAsync(source.Place.Id, asked, line, source.Connection.Name, releasedAt, content))
        {
            IsKept = async () => await packages.FindVersionAsync(source.Place.Id, version, CancellationToken.None) is not null,
        };
        return await files.OpenAsync(wanted, cancellationToken);
    }
}
