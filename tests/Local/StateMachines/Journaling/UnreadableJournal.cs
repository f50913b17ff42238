using Sluice.Local.StateMachines.Journaling;

namespace Sluice.Local.Tests.StateMachines.Journaling;

/// <summary>A journal of which one execution cannot be read any more.</summary>
internal sealed class UnreadableJournal(IExecutionJournal inner, string unreadable) : IExecutionJournal
{
    public bool TryBegin(ExecutionStart start) => inner.TryBegin(start);

    public void Append(string executionArn, JournalEntry entry) => inner.Append(executionArn, entry);

    public void End(string executionArn) => inner.End(executionArn);

    public IReadOnlyList<string> Open() => inner.Open();

    public JournaledExecution? Read(string executionArn) =>
        executionArn == unreadable ? throw new InvalidDataException("torn") : inner.Read(executionArn);
}
