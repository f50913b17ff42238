using Microsoft.Data.Sqlite;
using Sluice.Local.StateMachines.Definitions;
using Sluice.Local.StateMachines.Values;

namespace Sluice.Local.StateMachines.Journaling;

/// <summary>A journal in a SQLite file. What is written outlives the process (<c>kill -9</c>); a loss of power may take the last moments, never the order.</summary>
public sealed class SqliteExecutionJournal : IExecutionJournal, IDisposable
{
    private readonly Lock gate = new();
    private readonly SqliteConnection connection;
    private readonly JournalStatements statements;
    private readonly Dictionary<string, MachineDefinition> definitions = [];

    /// <summary>Opens the file, and makes it if there is none.</summary>
    /// <exception cref="SqliteException">The file cannot be opened, or is no journal.</exception>
    public SqliteExecutionJournal(string path)
    {
        SQLitePCL.Batteries_V2.Init();
        connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ConnectionString);
        connection.Open();
        statements = new JournalStatements(connection);
    }

    /// <inheritdoc/>
    public bool TryBegin(ExecutionStart start)
    {
        ArgumentNullException.ThrowIfNull(start);
        lock (gate)
        {
            using var transaction = connection.BeginTransaction();
            if (!definitions.ContainsKey(start.Definition.Hash))
            {
                statements.AddDefinition.Run(transaction, start.Definition.Hash, start.Definition.Text);
            }

            var begun = statements.AddExecution.Run(
                transaction,
                start.Arn,
                start.MachineName,
                start.Name,
                start.Definition.Hash,
                start.Input.ToString(),
                start.Time.UtcTicks,
                start.Seed) == 1;
            transaction.Commit();
            definitions.TryAdd(start.Definition.Hash, start.Definition);
            return begun;
        }
    }

    /// <inheritdoc/>
    public void Append(string executionArn, JournalEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        lock (gate)
        {
            statements.AddEntry.Run(
                null,
                executionArn,
                entry.Number,
                entry.Time.UtcTicks,
                entry.Kind.ToString(),
                entry.Handle,
                entry.Output?.ToString(),
                entry.Error,
                entry.Cause);
        }
    }

    /// <inheritdoc/>
    public void End(string executionArn)
    {
        lock (gate)
        {
            statements.End.Run(null, executionArn);
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Open()
    {
        lock (gate)
        {
            return statements.ListOpen.Read(row => row.GetString(0));
        }
    }

    /// <inheritdoc/>
    public JournaledExecution? Read(string executionArn)
    {
        lock (gate)
        {
            return statements.FindExecution.Read(row => Execution(executionArn, row), executionArn).FirstOrDefault();
        }
    }

    /// <summary>Forgets the executions that have ended and that started before this time; their names are free again (AWS keeps them for 90 days).</summary>
    /// <returns>How many were forgotten.</returns>
    public int Prune(DateTimeOffset startedBefore)
    {
        lock (gate)
        {
            using var transaction = connection.BeginTransaction();
            statements.PruneEntries.Run(transaction, startedBefore.UtcTicks);
            var pruned = statements.PruneExecutions.Run(transaction, startedBefore.UtcTicks);
            transaction.Commit();
            return pruned;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (gate)
        {
            statements.Dispose();
            connection.Dispose();
        }
    }

    private JournaledExecution Execution(string arn, SqliteDataReader row)
    {
        var start = new ExecutionStart(
            arn,
            row.GetString(0),
            row.GetString(1),
            Definition(row.GetString(2)),
            Data.Parse(row.GetString(3)),
            new DateTimeOffset(row.GetInt64(4), TimeSpan.Zero),
            row.GetString(5));
        return new JournaledExecution(start, statements.ListEntries.Read(Entry, arn), row.GetBoolean(6));
    }

    private MachineDefinition Definition(string hash)
    {
        if (!definitions.TryGetValue(hash, out var definition))
        {
            definition = MachineDefinition.Parse(statements.FindDefinition.Read(row => row.GetString(0), hash)[0]);
            definitions.Add(hash, definition);
        }

        return definition;
    }

    private static JournalEntry Entry(SqliteDataReader row) => new(
        row.GetInt32(0),
        new DateTimeOffset(row.GetInt64(1), TimeSpan.Zero),
        Enum.Parse<JournalEntryKind>(row.GetString(2)),
        row.GetInt32(3),
        row.IsDBNull(4) ? null : Data.Parse(row.GetString(4)),
        row.IsDBNull(5) ? null : row.GetString(5),
        row.IsDBNull(6) ? null : row.GetString(6));
}
