using Sluice.Local.StateMachines.Journaling;

namespace Sluice.World.Machines;

/// <summary>A journal whose engine dies at one of its writes: before it is made, or when it is.</summary>
internal sealed class CrashingJournal : IExecutionJournal
{
    private readonly InMemoryExecutionJournal _inner = new();

    public int Appends { get; private set; }

    public int CrashAt { get; set; } = -1;

    public bool WritesFirst { get; set; }

    public bool IsDead { get; private set; }

    /// <summary>The same journal for the engine of the next process.</summary>
    public void Revive() => (IsDead, CrashAt) = (false, -1);

    public bool TryBegin(ExecutionStart start) => _inner.TryBegin(start);

    public void Append(string executionArn, JournalEntry entry)
    {
        ThrowIfDead();
        if (Appends++ == CrashAt)
        {
            if (WritesFirst)
            {
                _inner.Append(executionArn, entry);
            }

            IsDead = true;
            ThrowIfDead();
        }

        _inner.Append(executionArn, entry);
    }

    public void End(string executionArn)
    {
        ThrowIfDead();
        _inner.End(executionArn);
    }

    public IReadOnlyList<string> Open() => _inner.Open();

    public JournaledExecution? Read(string executionArn) => _inner.Read(executionArn);

    public int Prune(DateTimeOffset startedBefore) => _inner.Prune(startedBefore);

    private void ThrowIfDead()
    {
        if (IsDead)
        {
            throw new ProcessKilledException();
        }
    }
}
