using Sluice.Local.StateMachines.Journaling;
using Sluice.Platform.Storage;

namespace Sluice.Local.StateMachines.Running;

/// <summary>Keeps a run and its journal at the same entry: what is applied is on record, and what is on record is applied.</summary>
internal sealed class RunJournal(IExecutionJournal journal, Run run)
{
    private int entries;
    private bool unsure;

    internal bool IsEmpty => entries == 0;

    internal void Replay(IReadOnlyList<JournalEntry> journaled)
    {
        foreach (var entry in journaled)
        {
            run.Apply(entry);
        }

        entries = journaled.Count;
    }

    /// <summary>Journals what came from outside, then applies it. After a fault of the disk whoever brought it can bring it again.</summary>
    /// <param name="entry">Makes the entry of a number.</param>
    internal void Record(Func<int, JournalEntry> entry)
    {
        try
        {
            var next = entry(entries + 1);
            journal.Append(run.Start.Arn, next);
            entries++;
            run.Apply(next);
        }
        catch (Exception failure) when (StorageFault.In(failure))
        {
            unsure = true;
            throw;
        }
    }

    /// <summary>A write that failed may have been made all the same: then the journal knows more than the run.</summary>
    internal void CatchUp()
    {
        if (!unsure)
        {
            return;
        }

        foreach (var entry in journal.Read(run.Start.Arn)!.Entries.Skip(entries))
        {
            entries++;
            run.Apply(entry);
        }

        unsure = false;
    }
}
