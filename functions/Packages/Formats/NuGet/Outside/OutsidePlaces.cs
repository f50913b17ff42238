using Microsoft.Extensions.Logging;
using Sluice.Packages.Model;
using Sluice.Packages.Resolving;
using Sluice.Packages.Upstreams;

namespace Sluice.Packages.Formats.NuGet.Outside;

/// <summary>Asks the registries outside of which places take packages.</summary>
internal sealed class OutsidePlaces
{
    private readonly UpstreamSettings _settings;
    private readonly ILogger<OutsidePlaces> _logger;

    internal OutsidePlaces(UpstreamSettings settings, ILogger<OutsidePlaces> logger) => (_settings, _logger) = (settings, logger);

    /// <summary>The connections by which a package may come, each with the place that it comes to.</summary>
    public IReadOnlyList<(PackagePlace Place, ExternalConnection Connection)> Of(IReadOnlyList<PackagePlace> places) =>
        [.. places.Where(place => place.Package?.Upstream is not AllowUpstream.BLOCK).Select(place => (place, Connection(place.Repository))).Where(found => found.Item2 is not null).Select(found => (found.place, found.Item2!))];

    /// <summary>The repository's connection, if it is to a registry of this format; null otherwise.</summary>
    public ExternalConnection? Connection(StoredRepository repository) => _settings.Find(repository.ExternalConnection) is { Format: PackageFormat.nuget } connection ? connection : null;

    /// <summary>What each of them answers, without those that know nothing.</summary>
    /// <param name="places">Where the package may be.</param>
    /// <param name="mayFail">Whether there is something without them: an outage is only noted then.</param>
    /// <param name="ask">Null if it knows nothing.</param>
    /// <exception cref="UpstreamException">One cannot be asked, and nobody else knows anything.</exception>
    public async Task<IReadOnlyList<T>> AskAsync<T>(IReadOnlyList<PackagePlace> places, bool mayFail, Func<PackagePlace, ExternalConnection, Task<T?>> ask)
        where T : class
    {
        var (answers, outage) = (new List<T>(), (UpstreamException?)null);
        foreach (var (place, connection) in Of(places))
        {
            try
            {
                if (await ask(place, connection) is { } answer)
                {
                    answers.Add(answer);
                }
            }
            catch (UpstreamException e)
            {
                _logger.LogWarning("{Connection} is left out: {Reason}", connection.Name, e.Message);
                outage ??= e;
            }
        }

        return outage is null || mayFail || answers.Count > 0 ? answers : throw outage;
    }
}
