using Microsoft.Data.Sqlite;
using Sluice.Local.Host.Data;
using Sluice.Platform.Storage;
using Sluice.Platform.Tables.Sqlite;

namespace Sluice.Local.Commands;

/// <summary>The table of a data folder, for commands that work beside a suite that runs: SQLite lets several processes in.</summary>
internal static class KeptTable
{
    // https://www.sqlite.org/rescode.html: SQLITE_READONLY and SQLITE_CANTOPEN.
    private const int ReadOnly = 8;
    private const int CannotOpen = 14;

    /// <summary>The folder as it is meant, which is this user's alone.</summary>
    /// <exception cref="UsageException">There is no table in it, or it is another user's.</exception>
    public static string Folder(string folder) => File.Exists(Path.Combine(Path.GetFullPath(folder), "table.db"))
        ? PrivateFolder.Keep(folder, "The data folder")
        : throw new UsageException($"{folder} is no data folder of the suite: it has no table. 'serve --data {folder}' makes one.");

    /// <summary>Works on the table.</summary>
    /// <exception cref="UsageException">See <see cref="Folder"/>; or what is in the folder cannot be written to, which even reading needs.</exception>
    public static async Task<T> WithAsync<T>(string folder, Func<string, SqliteTable, Task<T>> work)
    {
        try
        {
            var data = Folder(folder);
            using var table = SqliteTable.Open(Path.Combine(data, "table.db"), TimeProvider.System);
            return await work(data, table);
        }
        catch (Exception e) when (e is UnauthorizedAccessException or SqliteException { SqliteErrorCode: ReadOnly or CannotOpen })
        {
            throw new UsageException($"The data folder {folder} cannot be written to, which even reading it needs: {StorageFault.Text(e).TrimEnd('.')}.");
        }
    }
}
