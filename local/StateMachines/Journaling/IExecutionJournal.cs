namespace Sluice.Local.StateMachines.Journaling;

/// <summary>Remembers what came to executions. What a method has written is durable when it returns. Safe for any number of threads.</summary>
public interface IExecutionJournal
{
    /// <summary>Records a new execution.</summary>
    /// <returns>False, and nothing is written, if there is or was one with this ARN.</returns>
    bool TryBegin(ExecutionStart start);

    /// <summary>Records what came to an execution, before anything follows from it.</summary>
    void Append(string executionArn, JournalEntry entry);

    /// <summary>Notes that an execution has ended and that this has been told.</summary>
    void End(string executionArn);

    /// <summary>The ARNs of executions that have not ended, in the order of their start.</summary>
    IReadOnlyList<string> Open();

    /// <summary>An execution, or null if there is none.</summary>
    JournaledExecution? Read(string executionArn);
}
