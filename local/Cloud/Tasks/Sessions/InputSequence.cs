namespace Sluice.Local.Cloud.Tasks.Sessions;

/// <summary>Brings a client's messages into their order: it sends each again until it is acknowledged, and they may overtake each other.</summary>
internal sealed class InputSequence
{
    /// <summary>How many that came too early are kept.</summary>
    public const int MostEarly = 64;

    private readonly Dictionary<long, AgentMessage> _early = [];
    private long _next;

    /// <summary>Takes what has come.</summary>
    /// <param name="message">It.</param>
    /// <param name="isTaken">Whether it need not be sent again. One for which there is no room must be.</param>
    /// <returns>What has its turn by that, in order.</returns>
    public IReadOnlyList<AgentMessage> Take(AgentMessage message, out bool isTaken)
    {
        isTaken = message.SequenceNumber <= _next || _early.ContainsKey(message.SequenceNumber) || _early.Count < MostEarly;
        if (!isTaken || message.SequenceNumber < _next)
        {
            return [];
        }

        _early[message.SequenceNumber] = message;
        var turn = new List<AgentMessage>();
        while (_early.Remove(_next, out var next))
        {
            turn.Add(next);
            _next++;
        }

        return turn;
    }
}
