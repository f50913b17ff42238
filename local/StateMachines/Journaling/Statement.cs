using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;

namespace Sluice.Local.StateMachines.Journaling;

/// <summary>A prepared statement with parameters <c>$0</c>, <c>$1</c> …</summary>
internal sealed class Statement : IDisposable
{
    private readonly SqliteCommand command;

    [SuppressMessage("Security", "CA2100", Justification = "The texts are constants.")]
    internal Statement(SqliteConnection connection, string text, int parameters)
    {
        command = connection.CreateCommand();
        command.CommandText = text;
        for (var i = 0; i < parameters; i++)
        {
            command.Parameters.Add(new SqliteParameter($"${i}", null));
        }
    }

    public void Dispose() => command.Dispose();

    internal int Run(SqliteTransaction? transaction, params ReadOnlySpan<object?> values)
    {
        Bind(transaction, values);
        return command.ExecuteNonQuery();
    }

    internal List<T> Read<T>(Func<SqliteDataReader, T> read, params ReadOnlySpan<object?> values)
    {
        Bind(null, values);
        var rows = new List<T>();
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    private void Bind(SqliteTransaction? transaction, ReadOnlySpan<object?> values)
    {
        command.Transaction = transaction;
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        }
    }
}
