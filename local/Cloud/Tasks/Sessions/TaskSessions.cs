using System.Collections.Concurrent;
using Sluice.Platform.Ids;

namespace Sluice.Local.Cloud.Tasks.Sessions;

/// <summary>The sessions of this machine's tasks, from the call that made them until somebody came, or it is too late.</summary>
internal sealed class TaskSessions(IIds ids, TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private readonly ConcurrentDictionary<string, PendingSession> _pending = new(StringComparer.Ordinal);

    /// <returns>The session, and the token by which whoever comes proves that it is theirs.</returns>
    public (PendingSession Session, string Token) Open(RunningTask task, string command)
    {
        Forget();
        var token = ids.Secret() + ids.Secret();
        var session = new PendingSession($"ecs-execute-command-{ids.Secret()}", task, command, PendingSession.DigestOf(token), time.GetUtcNow() + Patience);
        _pending[session.Id] = session;
        return (session, token);
    }

    /// <summary>Whether somebody may still come to it.</summary>
    public bool Has(string id) => _pending.TryGetValue(id, out var session) && !IsOver(session);

    /// <summary>Hands a session to who has its token, once. A wrong token takes it from nobody.</summary>
    public PendingSession? Claim(string id, string? token) =>
        _pending.TryGetValue(id, out var session) && session.IsFor(token) && _pending.TryRemove(KeyValuePair.Create(id, session)) && !IsOver(session) ? session : null;

    private void Forget()
    {
        foreach (var session in _pending.Where(session => IsOver(session.Value)))
        {
            _pending.TryRemove(session);
        }
    }

    private bool IsOver(PendingSession session) => session.Until < time.GetUtcNow() || session.Task.Process.Exited.IsCompleted;
}
