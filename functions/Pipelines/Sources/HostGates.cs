using System.Collections.Concurrent;

namespace Sluice.Pipelines.Sources;

/// <summary>What all repositories of a host share: two requests at once, and that a host which is not well is left alone by all of them for a while.</summary>
internal sealed class HostGates(TimeProvider time, PollPace pace)
{
    private readonly ConcurrentDictionary<string, HostGate> _hosts = new(StringComparer.OrdinalIgnoreCase);

    public HostGate Of(Uri url) => _hosts.GetOrAdd(url.Authority, host => new HostGate(host, time, pace));
}
