using Sluice.Local.Cloud.Functions;
using Sluice.Local.Commands.Screens;
using Sluice.Local.Commands.Tallies;

namespace Sluice.Local.Commands.Narration;

/// <summary>Tells why requests to an alias fail, whoever sends them: each kind of failure of a version once.</summary>
internal sealed class FailureWatch(IScreen screen)
{
    // A suite may serve for months. What is forgotten is told again.
    private const int MostVersions = 200;
    private const int MostKinds = 20;

    private readonly Lock _gate = new();
    private readonly Dictionary<(string Function, string Alias, string Version), HashSet<string>> _told = [];

    /// <summary>Sees every answer.</summary>
    public void See(AnsweredInvocation answered)
    {
        if (answered is { Result: { FunctionError: not null } result, Qualifier: { } alias } && alias != result.ExecutedVersion)
        {
            var failure = FailureText.OfPayload(result.Payload);
            if (IsNews((answered.Function, alias, result.ExecutedVersion), FailureText.Group(failure)))
            {
                screen.Line("Failed", $"{answered.Function}:{alias}  version {result.ExecutedVersion}  {failure}", Tone.Bad);
            }
        }
    }

    private bool IsNews((string Function, string Alias, string Version) version, string kind)
    {
        lock (_gate)
        {
            if (!_told.TryGetValue(version, out var kinds))
            {
                if (_told.Count == MostVersions)
                {
                    _told.Clear();
                }

                _told[version] = kinds = new HashSet<string>(StringComparer.Ordinal);
            }

            return kinds.Count < MostKinds && kinds.Add(kind);
        }
    }
}
