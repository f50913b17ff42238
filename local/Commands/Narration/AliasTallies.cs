using System.Collections.Immutable;
using Sluice.Local.Cloud.Functions;
using Sluice.Local.Commands.Narration;
using Sluice.Local.Commands.Releases;
using Sluice.Local.Commands.Tallies;

namespace Sluice.Local.Commands.Narration;

/// <summary>Counts the requests to the aliases that are deployed to, whoever sends them, from when their deployment is first seen.</summary>
internal sealed class AliasTallies
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, (string Subject, RequestTally Tally)> _byRun = [];

    /// <summary>Counts those to an alias for a run; a second call changes nothing.</summary>
    /// <param name="subject">E.g. <c>hello:live</c>.</param>
    public void Begin(string run, string subject)
    {
        lock (_gate)
        {
            _byRun.TryAdd(run, (subject, new RequestTally()));
        }
    }

    public void End(string run)
    {
        lock (_gate)
        {
            _byRun.Remove(run);
        }
    }

    /// <summary>Sees every answer.</summary>
    public void See(AnsweredInvocation answered)
    {
        lock (_gate)
        {
            foreach (var (subject, tally) in _byRun.Values)
            {
                if (answered.Qualifier is { } alias && subject == $"{answered.Function}:{alias}")
                {
                    tally.Count(answered.Result.ExecutedVersion, answered.Result.FunctionError is null ? null : FailureText.OfPayload(answered.Result.Payload));
                }
            }
        }
    }

    public ImmutableSortedDictionary<string, VersionTally> Of(string run)
    {
        lock (_gate)
        {
            return _byRun.TryGetValue(run, out var entry) ? entry.Tally.Versions : ImmutableSortedDictionary<string, VersionTally>.Empty;
        }
    }
}
