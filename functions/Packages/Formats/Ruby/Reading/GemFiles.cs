using Sluice.Packages.Contents;
using Sluice.Packages.Formats.Ruby.Index;
using Sluice.Packages.Formats.Ruby.Names;
using Sluice.Packages.Formats.Ruby.Outside;
using Sluice.Packages.Formats.Ruby.Publishing;
using Sluice.Packages.Model;
using Sluice.Packages.Publishing;
using Sluice.Packages.Records;
using Sluice.Packages.Resolving;
using Sluice.Packages.Upstreams;

namespace Sluice.Packages.Formats.Ruby.Reading;

/// <summary>Gives gems out. What is outside is handed on while it is stored.</summary>
internal sealed class GemFiles(VersionFinder finder, AssetFinder assets, PackageStore packages, RubyOutside outside, OutsideGate gate, RetainVersion retain, ContentStore contents, UpstreamFiles files, GemPublisher publisher)
{
    /// <param name="request">Whose repository it is.</param>
    /// <param name="fullName">The file's name without its end.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="ApiException">There is no such gem, or it cannot be had.</exception>
    public async Task<ApiResponse> AnswerAsync(FormatRequest request, string fullName, CancellationToken cancellationToken)
    {
        UpstreamException? fault = null;
        foreach (var file in GemFile.Readings(fullName))
        {
            var asked = new PackageId(request.Repository.Domain, request.Repository.Name, PackageFormat.ruby, null, file.Name);
            var places = await finder.PlacesAsync(asked, cancellationToken);
            var (kept, first) = await assets.FindAsync(places, file.Version, file.FileName, cancellationToken);
            if (kept is not null)
            {
                return await GivenAsync(kept, asked, file, cancellationToken);
            }

            if (AssetFinder.MayBeOutside(first))
            {
                var (answer, failed) = await TryOutsideAsync(places, asked, file, cancellationToken);
                fault ??= failed;
                if (answer is not null)
                {
                    return answer;
                }
            }
        }

        throw fault ?? new ApiException(PackageErrors.NotFoundCode, $"There is no gem '{(fullName.Length <= 255 ? fullName : fullName[..255])}' in {request.Repository}, nor upstream.");
    }

    private async Task<ApiResponse> GivenAsync(FoundVersion found, PackageId asked, GemFile file, CancellationToken cancellationToken)
    {
        await retain.RunAsync(found, asked, cancellationToken);
        var sha256 = found.Version.Asset(file.FileName)!.Hashes.Sha256;
        return FormatAnswers.File(await contents.StreamAsync(asked.Domain, sha256, cancellationToken), FormatAnswers.Bytes, sha256);
    }

    private async Task<(ApiResponse? Answer, UpstreamException? Fault)> TryOutsideAsync(IReadOnlyList<PackagePlace> places, PackageId asked, GemFile file, CancellationToken cancellationToken)
    {
        var (sources, fault) = await outside.LookAsync(places, cancellationToken);
        foreach (var source in sources)
        {
            if (source.Lines.FirstOrDefault(line => line.File == file) is { } line && await OpenAsync(source, asked, line, cancellationToken) is { } content)
            {
                return (new ApiResponse(200, [KeyValuePair.Create("Content-Type", FormatAnswers.Bytes)], default) { Content = content }, null);
            }
        }

        // Somebody's fetch may have ended since it was looked for.
        return sources.Count > 0 && (await assets.FindAsync(await finder.PlacesAsync(asked, cancellationToken), file.Version, file.FileName, cancellationToken)).Kept is { } kept
            ? (await GivenAsync(kept, asked, file, cancellationToken), null) : (null, fault);
    }

    private async Task<Stream?> OpenAsync(OutsideGem source, PackageId asked, InfoLine line, CancellationToken cancellationToken) =>
        await files.OpenAsync(Wanted(source, asked, line, await gate.DemandAsync(source.Place, OutsideGem.Listed(line), cancellationToken)), cancellationToken);

    private UpstreamFile Wanted(OutsideGem source, PackageId asked, InfoLine line, DateTimeOffset? releasedAt) => new(
        asked.Domain,
        new Uri(source.Connection.Address, $"gems/{Uri.EscapeDataString(line.File.FileName)}"),
        PushGem.MostBytes,
        content => content.Hashes.Sha256 == line.Checksum ? null : $"its SHA-256 is {content.Hashes.Sha256}, and the index says {line.Checksum}.",
        content => publisher.TakenAsync(source.Place.Id, asked, line, source.Connection.Name, releasedAt, content))
    {
        IsKept = async () => (await packages.FindVersionAsync(source.Place.Id, line.File.Version, CancellationToken.None))?.Value.Asset(line.File.FileName) is not null,
    };
}
