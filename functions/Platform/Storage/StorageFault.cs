using Microsoft.Data.Sqlite;

namespace Sluice.Platform.Storage;

/// <summary>Tells an error of the disk, which passes when the disk is well again, from every other.</summary>
public static class StorageFault
{
    // errno on Linux and macOS (EIO, ENOSPC, EROFS, EDQUOT of each), and Windows' ERROR_HANDLE_DISK_FULL and ERROR_DISK_FULL.
    private static readonly HashSet<int> Disk = [5, 28, 30, 69, 122, unchecked((int)0x80070027), unchecked((int)0x80070070)];

    // https://www.sqlite.org/rescode.html: SQLITE_BUSY, LOCKED, READONLY, IOERR, FULL, CANTOPEN and PROTOCOL.
    private static readonly HashSet<int> Sqlite = [5, 6, 8, 10, 13, 14, 15];

    /// <summary>The disk's error behind an exception; null if it is about something else.</summary>
    public static Exception? Of(Exception? error) => error switch
    {
        null => null,
        SqliteException sqlite when Sqlite.Contains(sqlite.SqliteErrorCode) => sqlite,
        IOException file when Disk.Contains(file.HResult) => file,
        AggregateException many => many.InnerExceptions.Select(Of).FirstOrDefault(found => found is not null),
        _ => Of(error.InnerException),
    };

    /// <summary>Whether the disk is what failed.</summary>
    public static bool In(Exception? error) => Of(error) is not null;

    /// <summary>What is wrong with the disk, in a few words.</summary>
    public static string Text(Exception error) => Of(error) switch
    {
        SqliteException { SqliteErrorCode: 13 } => "the disk is full",
        SqliteException sqlite => sqlite.Message,
        IOException { HResult: 28 or unchecked((int)0x80070027) or unchecked((int)0x80070070) } => "the disk is full",
        { } other => other.Message,
        null => error.Message,
    };
}
