namespace Sluice.Local.Commands.Narration;

/// <summary>Which causes stand on the screen already, so that the end of a deployment does not tell them again.</summary>
internal sealed class ToldCauses
{
    private const int Most = 100;
    private readonly Lock _gate = new();
    private readonly Queue<string> _alarms = new();
    private readonly Queue<(string? Deployment, string Message)> _stops = new();

    /// <summary>This alarm told itself.</summary>
    public void Alarm(string name) => Keep(_alarms, name);

    /// <summary>This deployment was stopped for this cause.</summary>
    public void Stop(string? deployment, string message) => Keep(_stops, (deployment, message));

    /// <summary>Whether it is about an alarm that told itself.</summary>
    public bool IsOfAlarm(string message)
    {
        lock (_gate)
        {
            return _alarms.Any(name => message.StartsWith($"alarm '{name}' is in ALARM", StringComparison.Ordinal));
        }
    }

    /// <summary>Whether a deployment was stopped with these words.</summary>
    public bool IsStopOf(string? deployment, string? message)
    {
        lock (_gate)
        {
            return _stops.Any(stop => stop.Deployment == deployment && stop.Message == message);
        }
    }

    /// <summary>What is left to say of a deployment's end: of a stop the first line was told, what a function wrote stands below it.</summary>
    public string Without(string? deployment, string because)
    {
        lock (_gate)
        {
            var stop = _stops.LastOrDefault(stop => stop.Deployment == deployment);
            return stop.Message is { Length: > 0 } message && because.EndsWith($": {message}", StringComparison.Ordinal) ? because[..^(message.Length + 2)] + BelowFirstLine(message) : because;
        }
    }

    private static string BelowFirstLine(string message) => message.IndexOf('\n', StringComparison.Ordinal) is >= 0 and var end ? message[end..] : "";

    private void Keep<T>(Queue<T> queue, T told)
    {
        lock (_gate)
        {
            if (queue.Count == Most)
            {
                queue.Dequeue();
            }

            queue.Enqueue(told);
        }
    }
}
