using System.Text;
using Sluice.Packages.Formats.Ruby.Index;
using Sluice.Packages.Formats.Ruby.Outside;
using Sluice.Packages.Model;
using Sluice.Packages.Records;
using Sluice.Packages.Resolving;
using Sluice.Packages.Upstreams;

namespace Sluice.Packages.Formats.Ruby.Reading;

/// <summary>What there is of a gem: a line for each version and platform, of a repository, its upstreams and the registries outside.</summary>
internal sealed class GemIndex(VersionFinder finder, PackageStore packages, RubyOutside outside, OutsideGate gate, DocumentCache cache)
{
    private const string Type = "text/plain; charset=utf-8";

    /// <summary>Begins each file of the index.</summary>
    public const string Begin = "---\n";

    /// <summary>The gem's file in the compact index; null if nobody has a version.</summary>
    /// <exception cref="UpstreamException">A registry outside does not answer, and nothing is kept.</exception>
    public async Task<MadeDocument?> InfoAsync(FormatRequest request, PackageId id, CancellationToken cancellationToken)
    {
        var sources = await LookAsync(id, cancellationToken);
        var document = await cache.GetAsync($"{request.Address}info/{id.Name}", sources.Places, sources.Stamp, async () => MadeDocument.Of(Encoding.UTF8.GetBytes(Text(await LinesAsync(id, sources, cancellationToken))), Type));
        return document.Plain.Length > Begin.Length ? document : sources.Fault is null ? null : throw sources.Fault;
    }

    /// <summary>Its lines.</summary>
    /// <exception cref="UpstreamException">A registry outside does not answer, and nothing is kept.</exception>
    public async Task<IReadOnlyList<InfoLine>> LinesAsync(PackageId id, CancellationToken cancellationToken)
    {
        var sources = await LookAsync(id, cancellationToken);
        var lines = await LinesAsync(id, sources, cancellationToken);
        return lines.Count == 0 && sources.Fault is not null ? throw sources.Fault : lines;
    }

    /// <summary>The lines of what is kept alone.</summary>
    public async Task<IReadOnlyList<InfoLine>> KeptAsync(PackageId id, CancellationToken cancellationToken) =>
        await LinesAsync(id, new GemSources(await finder.PlacesAsync(id, cancellationToken), [], null), cancellationToken);

    /// <summary>Whether all that is kept was taken from outside, nothing of it is hidden, and no rule withholds something: what is told outside is good here, too.</summary>
    public async Task<bool> IsAsOutsideAsync(PackageId id, CancellationToken cancellationToken)
    {
        var places = await finder.PlacesAsync(id, cancellationToken);
        return places.All(place => place.Gate.IsOpen) && (await finder.ListAsync(places, cancellationToken)).All(found =>
            found.Version is { IsListed: true, Origin.Type: PackageVersionOriginType.EXTERNAL } && !found.Version.Assets.Any(GemFacts.IsYanked));
    }

    /// <summary>Looks where the gem is. That is quick, and tells whether what was made of it is still good.</summary>
    public async Task<GemSources> LookAsync(PackageId id, CancellationToken cancellationToken)
    {
        var places = await finder.PlacesAsync(id, cancellationToken);
        var (found, fault) = await outside.LookAsync(places, cancellationToken);
        return new GemSources(places, found, fault);
    }

    /// <summary>A file of these lines.</summary>
    public static string Text(IReadOnlyList<InfoLine> lines) => Begin + string.Concat(lines.Select(line => line.Text + "\n"));

    private async Task<IReadOnlyList<InfoLine>> LinesAsync(PackageId id, GemSources sources, CancellationToken cancellationToken)
    {
        var lines = new GemLines(id.Name);
        foreach (var place in sources.Places.Where(place => place.Package is not null))
        {
            foreach (var version in await packages.VersionsAsync(place.Id, cancellationToken))
            {
                lines.Kept(FoundVersion.At(place, version).Version);
            }
        }

        foreach (var source in sources.Outside)
        {
            var listed = source.Lines;
            var withheld = await gate.WithheldAsync(source.Place, [.. listed.Select(OutsideGem.Listed).DistinctBy(version => version.Key)], cancellationToken);
            foreach (var line in listed.Where(line => !withheld.Contains(line.File.Number)))
            {
                lines.Outside(line);
            }
        }

        return lines.ToList();
    }
}
