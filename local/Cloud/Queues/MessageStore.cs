using System.Text.Json;
using Microsoft.Data.Sqlite;
using Sluice.Local.Cloud.Delivering;
using Sluice.Platform.Json;

namespace Sluice.Local.Cloud.Queues;

/// <summary>The messages of all queues, in one file that outlives the process.</summary>
internal sealed class MessageStore : IDisposable
{
    private readonly SqliteConnection _database;
    private readonly TimeProvider _time;
    private readonly Lock _gate = new();

    public MessageStore(string path, TimeProvider time)
    {
        _time = time;
        _database = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        _database.Open();
        Run("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;");
        Run("""
            CREATE TABLE IF NOT EXISTS messages (
                id INTEGER PRIMARY KEY AUTOINCREMENT, queue TEXT NOT NULL, message_id TEXT NOT NULL, body TEXT NOT NULL, attributes TEXT NOT NULL, sent INTEGER NOT NULL,
                visible INTEGER NOT NULL, receives INTEGER NOT NULL DEFAULT 0, first_received INTEGER, moved_from TEXT)
            """);
        Run("CREATE INDEX IF NOT EXISTS by_queue ON messages (queue, visible)");
    }

    /// <summary>Now, in milliseconds since 1970: consumers of this machine's queues are other processes, so that what they hid stays hidden over a restart.</summary>
    public long Now => _time.GetUtcNow().ToUnixTimeMilliseconds();

    public void Send(string queue, NewMessage message)
    {
        lock (_gate)
        {
            Run(
                "INSERT INTO messages (queue, message_id, body, attributes, sent, visible) VALUES ($queue, $id, $body, $attributes, $now, $visible)",
                ("$queue", queue),
                ("$id", message.MessageId),
                ("$body", message.Body),
                ("$attributes", JsonSerializer.Serialize(message.Attributes, SluiceJson.Options)),
                ("$now", Now),
                ("$visible", Now + (long)message.Delay.TotalMilliseconds));
        }
    }

    /// <summary>Visible messages, the oldest first, hidden from now on.</summary>
    /// <param name="queue">A queue's name.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="hidden">For how long.</param>
    public IReadOnlyList<StoredMessage> Receive(string queue, int most, TimeSpan hidden)
    {
        lock (_gate)
        {
            using var transaction = _database.BeginTransaction();
            var rows = Visible(queue, most);
            var now = Now;
            foreach (var row in rows)
            {
                Run(
                    "UPDATE messages SET visible = $until, receives = receives + 1, first_received = coalesce(first_received, $now) WHERE id = $id",
                    ("$until", now + (long)hidden.TotalMilliseconds),
                    ("$now", now),
                    ("$id", row));
            }

            var messages = rows.Select(Read).ToList();
            transaction.Commit();
            return messages;
        }
    }

    /// <summary>When a message is visible next; null if there is none.</summary>
    public long? NextVisible(string queue)
    {
        lock (_gate)
        {
            using var command = Command("SELECT min(visible) FROM messages WHERE queue = $queue", ("$queue", queue));
            return command.ExecuteScalar() as long?;
        }
    }

    /// <summary>Moves those away that were received too often, and drops those that are too old.</summary>
    public bool Tidy(string queue, TimeSpan retention, int? mostReceives, string? grave, string arn)
    {
        lock (_gate)
        {
            Run("DELETE FROM messages WHERE queue = $queue AND sent < $oldest", ("$queue", queue), ("$oldest", Now - (long)retention.TotalMilliseconds));
            return mostReceives is { } most && grave is not null && Run(
                "UPDATE messages SET queue = $grave, receives = 0, first_received = NULL, moved_from = $arn WHERE queue = $queue AND receives >= $most AND visible <= $now",
                ("$grave", grave),
                ("$arn", arn),
                ("$queue", queue),
                ("$most", most),
                ("$now", Now)) > 0;
        }
    }

    /// <summary>Deletes one; that it is gone is not told.</summary>
    public void Delete(string queue, long row)
    {
        lock (_gate)
        {
            Run("DELETE FROM messages WHERE id = $id AND queue = $queue", ("$id", row), ("$queue", queue));
        }
    }

    /// <returns>False if it is not hidden.</returns>
    public bool TryHide(string queue, long row, TimeSpan hidden)
    {
        lock (_gate)
        {
            return Run(
                "UPDATE messages SET visible = $until WHERE id = $id AND queue = $queue AND receives > 0 AND visible > $now",
                ("$until", Now + (long)hidden.TotalMilliseconds),
                ("$id", row),
                ("$queue", queue),
                ("$now", Now)) > 0;
        }
    }

    public void Purge(string queue)
    {
        lock (_gate)
        {
            Run("DELETE FROM messages WHERE queue = $queue", ("$queue", queue));
        }
    }

    /// <summary>How many can be received, are hidden because they were received, and are delayed.</summary>
    public (long Visible, long Hidden, long Delayed) Count(string queue)
    {
        lock (_gate)
        {
            using var command = Command(
                "SELECT count(*) FILTER (WHERE visible <= $now), count(*) FILTER (WHERE visible > $now AND receives > 0), count(*) FILTER (WHERE visible > $now AND receives = 0) FROM messages WHERE queue = $queue",
                ("$queue", queue),
                ("$now", Now));
            using var row = command.ExecuteReader();
            row.Read();
            return (row.GetInt64(0), row.GetInt64(1), row.GetInt64(2));
        }
    }

    public void Dispose() => _database.Dispose();

    private List<long> Visible(string queue, int most)
    {
        using var command = Command("SELECT id FROM messages WHERE queue = $queue AND visible <= $now ORDER BY id LIMIT $most", ("$queue", queue), ("$now", Now), ("$most", most));
        using var rows = command.ExecuteReader();
        var found = new List<long>();
        while (rows.Read())
        {
            found.Add(rows.GetInt64(0));
        }

        return found;
    }

    private StoredMessage Read(long id)
    {
        using var command = Command("SELECT message_id, body, attributes, sent, first_received, receives, moved_from FROM messages WHERE id = $id", ("$id", id));
        using var row = command.ExecuteReader();
        row.Read();
        var attributes = JsonSerializer.Deserialize<Dictionary<string, MessageAttribute>>(row.GetString(2), SluiceJson.Options)!;
        return new StoredMessage(id, row.GetString(0), row.GetString(1), attributes, row.GetInt64(3), row.GetInt64(4), row.GetInt32(5), ReceiptHandle.Of(id, row.GetInt32(5)))
        {
            MovedFrom = row.IsDBNull(6) ? null : row.GetString(6),
        };
    }

    private int Run(string sql, params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        using var command = Command(sql, parameters);
        return command.ExecuteNonQuery();
    }

    private SqliteCommand Command(string sql, params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        var command = _database.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value);
        }

        return command;
    }
}
