using Sluice.Packages.Contents;
using Sluice.Packages.Formats.Cargo.Index;
using Sluice.Packages.Formats.Cargo.Names;
using Sluice.Packages.Formats.Cargo.Outside;
using Sluice.Packages.Model;
using Sluice.Packages.Resolving;
using Sluice.Packages.Upstreams;

namespace Sluice.Packages.Formats.Cargo.Reading;

/// <summary>A crate's file in the index: a line for each version, of a repository, its upstreams and the registries outside.</summary>
internal sealed class CrateIndex(VersionFinder finder, ContentStore contents, CargoOutside outside, OutsideGate gate, DocumentCache cache)
{
    private const string Type = "text/plain; charset=utf-8";

    /// <summary>The file; null if nobody has a version of a crate that is written so.</summary>
    /// <exception cref="UpstreamException">A registry outside does not answer, and nothing is kept.</exception>
    public async Task<MadeDocument?> GetAsync(FormatRequest request, string name, CancellationToken cancellationToken)
    {
        var places = await finder.PlacesAsync(CrateName.In(request.Repository, name), cancellationToken);
        var (sources, fault) = await outside.LookAsync(places, name, cancellationToken);
        if (sources.Count == 0 && places.All(place => place.Package is null))
        {
            return fault is null ? null : throw fault;
        }

        var document = await cache.GetAsync(request.Address + CrateName.IndexPath(name), places, Stamp(sources), async () => MadeDocument.Of(await MakeAsync(places, sources, name, cancellationToken), Type));
        return document.Plain.Length > 0 ? document : fault is null ? null : throw fault;
    }

    private static string Stamp(IReadOnlyList<OutsideIndex> sources) => string.Join(' ', sources.Select(source => $"{source.Connection.Name}:{source.Place.Repository.Name}:{source.Document.Sha256}"));

    private async Task<byte[]> MakeAsync(IReadOnlyList<PackagePlace> places, IReadOnlyList<OutsideIndex> sources, string name, CancellationToken cancellationToken)
    {
        var lines = new IndexLines(name);
        foreach (var source in sources)
        {
            var withheld = await gate.WithheldAsync(source.Place, [.. source.Lines.Select(OutsideIndex.Listed).DistinctBy(version => version.Key)], cancellationToken);
            foreach (var line in source.Lines)
            {
                lines.Outside(line, isGiven: !withheld.Contains(line.Version));
            }
        }

        foreach (var found in await finder.ListAsync(places, cancellationToken))
        {
            lines.Kept(found.Version, await LineAsync(found, cancellationToken));
        }

        return lines.ToBytes();
    }

    private async Task<IndexLine?> LineAsync(FoundVersion found, CancellationToken cancellationToken) =>
        found.Version is { IsServed: true, Document: { } document } ? IndexLine.Read(await contents.ReadAsync(found.Package.Domain, document, cancellationToken)) : null;
}
