using Sluice.Local.StateMachines.Journaling;

namespace Sluice.World.Machines;

/// <summary>A journal on a disk that may fail.</summary>
internal sealed class DiskJournal(IExecutionJournal inner, FailingDisk disk) : IExecutionJournal
{
    public bool TryBegin(ExecutionStart start) => inner.TryBegin(start);

    public void Append(string executionArn, JournalEntry entry) => disk.Write(() => inner.Append(executionArn, entry));

    public void End(string executionArn) => disk.Write(() => inner.End(executionArn));

    public IReadOnlyList<string> Open() => inner.Open();

    public JournaledExecution? Read(string executionArn) => inner.Read(executionArn);
}
