using Microsoft.Data.Sqlite;
using Sluice.Local.Host.Templates;

namespace Sluice.Local.Host.Queues;

/// <summary>Standard SQS queues that outlive the process: a message is hidden while it is tried, comes back if it is not deleted, and ends among the dead letters.</summary>
internal sealed class QueueStore : IDisposable
{
    private readonly SqliteConnection _database;
    private readonly TimeProvider _time;
    private readonly long _start;
    private readonly Lock _gate = new();

    public QueueStore(string path, TimeProvider time)
    {
        _time = time;
        _start = time.GetTimestamp();
        _database = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        _database.Open();
        Run("PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;");
        Run("CREATE TABLE IF NOT EXISTS messages (id INTEGER PRIMARY KEY AUTOINCREMENT, queue TEXT NOT NULL, body TEXT NOT NULL, visible INTEGER NOT NULL, tries INTEGER NOT NULL DEFAULT 0)");

        // One process at a time owns the queues: whoever hid a message before this one is gone, and nobody would wait for it to come back.
        Run("UPDATE messages SET visible = 0 WHERE visible > 0");
    }

    public void Send(string queue, string body)
    {
        lock (_gate)
        {
            Run("INSERT INTO messages (queue, body, visible) VALUES ($queue, $body, $now)", ("$queue", queue), ("$body", body), ("$now", Now()));
        }
    }

    /// <summary>Up to ten visible messages, oldest first, hidden from now on; those tried too often are moved away first.</summary>
    public IReadOnlyList<QueueMessage> Receive(TemplateQueue queue)
    {
        lock (_gate)
        {
            BuryTheDead(queue);
            var messages = Visible(queue.Name);
            foreach (var message in messages)
            {
                Run("UPDATE messages SET visible = $until, tries = tries + 1 WHERE id = $id", ("$until", Now() + (long)queue.VisibilityTimeout.TotalMilliseconds), ("$id", message.Id));
            }

            return messages;
        }
    }

    public void Delete(long id)
    {
        lock (_gate)
        {
            Run("DELETE FROM messages WHERE id = $id", ("$id", id));
        }
    }

    /// <summary>Makes a message visible again after this delay: what a consumer that failed at once would otherwise wait the whole visibility timeout for.</summary>
    public void ReturnAfter(long id, TimeSpan delay)
    {
        lock (_gate)
        {
            Run("UPDATE messages SET visible = $at WHERE id = $id", ("$at", Now() + (long)delay.TotalMilliseconds), ("$id", id));
        }
    }

    /// <summary>How long it is until a hidden message of the queue is visible, or none if one is now; null if there are no messages.</summary>
    public TimeSpan? UntilNext(string queue)
    {
        lock (_gate)
        {
            using var command = Command("SELECT MIN(visible) FROM messages WHERE queue = $queue", ("$queue", queue));
            return command.ExecuteScalar() is long visible ? TimeSpan.FromMilliseconds(Math.Max(0, visible - Now())) : null;
        }
    }

    public void Dispose() => _database.Dispose();

    private void BuryTheDead(TemplateQueue queue)
    {
        if (queue is { MaxReceiveCount: { } most, DeadLetters: { } grave })
        {
            Run("UPDATE messages SET queue = $grave, tries = 0 WHERE queue = $queue AND tries >= $most AND visible <= $now", ("$grave", grave), ("$queue", queue.Name), ("$most", most), ("$now", Now()));
        }
    }

    private List<QueueMessage> Visible(string queue)
    {
        using var command = Command("SELECT id, body, tries FROM messages WHERE queue = $queue AND visible <= $now ORDER BY id LIMIT 10", ("$queue", queue), ("$now", Now()));
        using var rows = command.ExecuteReader();
        var messages = new List<QueueMessage>();
        while (rows.Read())
        {
            messages.Add(new QueueMessage(rows.GetInt64(0), rows.GetString(1), rows.GetInt32(2) + 1));
        }

        return messages;
    }

    /// <summary>Since this process opened the queues: a clock that is set hides no message for longer.</summary>
    private long Now() => (long)_time.GetElapsedTime(_start).TotalMilliseconds;

    private void Run(string sql, params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        using var command = Command(sql, parameters);
        command.ExecuteNonQuery();
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
