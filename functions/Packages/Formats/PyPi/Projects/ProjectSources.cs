using Sluice.Packages.Resolving;
using Sluice.Packages.Upstreams;

namespace Sluice.Packages.Formats.PyPi.Projects;

/// <summary>Of what a project's files are put together.</summary>
/// <param name="Places">Where versions are kept.</param>
/// <param name="Outside">What is listed outside.</param>
/// <param name="Fault">What a registry outside did not answer; null if all did.</param>
internal sealed record ProjectSources(IReadOnlyList<PackagePlace> Places, IReadOnlyList<OutsideSource> Outside, UpstreamException? Fault)
{
    /// <summary>Whether there is such a project.</summary>
    public bool IsThere => Outside.Count > 0 || Fault is not null || Places.Any(place => place.Package is not null);

    /// <summary>Another one whenever the files outside may be others.</summary>
    public string Stamp => string.Join(' ', Outside.Select(source => $"{source.Connection.Name}:{source.Place.Repository.Name}:{source.Page.Sha256}")) + (Fault is null ? "" : " !");
}
