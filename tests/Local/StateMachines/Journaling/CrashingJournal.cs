using Sluice.Local.StateMachines.Journaling;

namespace Sluice.Local.Tests.StateMachines.Journaling;

/// <summary>A journal whose process dies at its n-th write: just before it is durable, or just after.</summary>
internal sealed class CrashingJournal(IExecutionJournal inner, int lastWrite, bool after) : IExecutionJournal
{
    private int writes;

    internal bool Crashed { get; private set; }

    /// <summary>Answers of calls that are in the journal.</summary>
    internal int AnswersKept { get; private set; }

    public bool TryBegin(ExecutionStart start) => Write(() => inner.TryBegin(start));

    public void Append(string executionArn, JournalEntry entry) => Write(() =>
    {
        inner.Append(executionArn, entry);
        AnswersKept += entry.Kind is JournalEntryKind.CallReturned or JournalEntryKind.CallFailed ? 1 : 0;
        return true;
    });

    public void End(string executionArn) => Write(() =>
    {
        inner.End(executionArn);
        return true;
    });

    public IReadOnlyList<string> Open() => inner.Open();

    public JournaledExecution? Read(string executionArn) => inner.Read(executionArn);

    private bool Write(Func<bool> write)
    {
        if (Crashed)
        {
            throw new IOException("The process is dead.");
        }

        Crashed = ++writes == lastWrite;
        if (Crashed && !after)
        {
            throw new IOException("The process dies before the write.");
        }

        var result = write();
        return Crashed ? throw new IOException("The process dies after the write.") : result;
    }
}
