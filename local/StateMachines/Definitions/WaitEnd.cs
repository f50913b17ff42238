using Sluice.Local.StateMachines.Evaluation;
using Sluice.Local.StateMachines.Paths;
using Sluice.Local.StateMachines.Values;

namespace Sluice.Local.StateMachines.Definitions;

/// <summary>Until when a Wait state waits: written down, or found by a path.</summary>
internal sealed class WaitEnd(DateTimeOffset time, DataPath? path)
{
    internal DateTimeOffset Evaluate(in Scope scope, DateTimeOffset now)
    {
        var end = path is null ? time : Found(path, scope);
        return end - now <= TimeSpan.FromSeconds(Limits.LongestDelaySeconds) ? end : throw StateFailedException.Runtime("Wait state delay is too long.");
    }

    private static DateTimeOffset Found(DataPath path, in Scope scope)
    {
        var value = path.TryFind(scope) ?? throw StateFailedException.Runtime($"The TimestampPath parameter does not reference an input value: {path.Text}");
        return value is DataString text && Timestamp.TryParse(text.Value, out var found)
            ? found
            : throw StateFailedException.Runtime(
                $"The TimestampPath parameter does not reference a valid ISO-8601 extended offset date-time format string: {path.Text} == {StateFailedException.Plain(value)}");
    }
}
