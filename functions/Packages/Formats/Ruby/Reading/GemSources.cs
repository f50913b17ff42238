using Sluice.Packages.Formats.Ruby.Outside;
using Sluice.Packages.Resolving;
using Sluice.Packages.Upstreams;

namespace Sluice.Packages.Formats.Ruby.Reading;

/// <summary>Of what a gem's lines are put together.</summary>
/// <param name="Places">Where versions are kept.</param>
/// <param name="Outside">What is listed outside.</param>
/// <param name="Fault">What a registry outside did not answer; null if all did.</param>
internal sealed record GemSources(IReadOnlyList<PackagePlace> Places, IReadOnlyList<OutsideGem> Outside, UpstreamException? Fault)
{
    /// <summary>Another one whenever the lines may be others.</summary>
    public string Stamp => string.Join(' ', Places.Select(place => $"{place.Repository.Name}:{place.Package?.Changes}").Concat(Outside.Select(source => $"{source.Connection.Name}:{source.Place.Repository.Name}:{source.Document.Sha256}")));
}
