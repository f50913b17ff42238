using Microsoft.Data.Sqlite;
using Sluice.Local.StateMachines.Time;

namespace Sluice.World.Machines;

/// <summary>A disk that takes no writes from its n-th write on, for a while.</summary>
/// <param name="at">Which write is the first that fails, from 0.</param>
/// <param name="code">SQLite's.</param>
/// <param name="writesFirst">Whether that one is made, and only said to have failed.</param>
internal sealed class FailingDisk(VirtualTime time, int at, int code, bool writesFirst)
{
    private static readonly TimeSpan Lasts = TimeSpan.FromSeconds(40);
    private DateTimeOffset? _since;

    public int Writes { get; private set; }

    public bool HasFailed => _since is not null;

    private bool IsFailing => _since is { } since && time.GetUtcNow() < since + Lasts;

    public void Write(Action write)
    {
        var isFirst = Writes++ == at;
        if (isFirst)
        {
            _since = time.GetUtcNow();
        }

        if (!IsFailing)
        {
            write();
            return;
        }

        if (isFirst && writesFirst)
        {
            write();
        }

        throw new SqliteException($"SQLite Error {code}", code);
    }

    /// <summary>A look whether it is well, which is no write of the suite's.</summary>
    public void Probe()
    {
        if (IsFailing)
        {
            throw new SqliteException($"SQLite Error {code}", code);
        }
    }
}
