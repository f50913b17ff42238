using Sluice.Local.Commands.Keys;
using Sluice.Platform.Tables.Sqlite;

namespace Sluice.Local.Tests.Commands.Keys;

public sealed class KeysConsoleTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sluice-keys-").FullName;

    public KeysConsoleTests()
    {
        using var table = SqliteTable.Open(Path.Combine(_folder, "table.db"), TimeProvider.System);
    }

    [Fact]
    public async Task A_folder_without_a_table_is_no_data_folder() =>
        (await RefusedAsync(Path.Combine(_folder, "other"), keys => keys.ListAsync(default))).ShouldContain("is no data folder of the suite: it has no table");

    [Fact]
    public async Task A_folder_that_cannot_be_written_to()
    {
        // What SQLite must write is in the way of itself: root, too, cannot write there.
        Directory.CreateDirectory(Path.Combine(_folder, "table.db-wal"));

        var said = await RefusedAsync(_folder, keys => keys.ListAsync(default));

        said.ShouldBe($"The data folder {_folder} cannot be written to, which even reading it needs: SQLite Error 14: 'unable to open database file'.");
    }

    [Fact]
    public async Task A_file_in_it_that_cannot_be_written_to() =>
        (await RefusedAsync(_folder, _ => throw new UnauthorizedAccessException("Access to the path 'secret.key' is denied.")))
            .ShouldBe($"The data folder {_folder} cannot be written to, which even reading it needs: Access to the path 'secret.key' is denied.");

    [Fact]
    public async Task A_role_that_is_none() =>
        (await RefusedAsync(_folder, keys => keys.IssueAsync("root", "ci", default))).ShouldContain("'root' is no role; expected one of admin, deployer, builder, approver, publisher, reader");

    [Fact]
    public async Task A_key_that_is_not_there() =>
        (await RefusedAsync(_folder, keys => keys.RevokeAsync("AKIAAAAAAAAAAAAAAAAA", default))).ShouldBe("There is no key AKIAAAAAAAAAAAAAAAAA; 'keys list' shows what there is.");

    [Fact]
    public async Task A_secret_key_that_is_damaged()
    {
        var file = Path.Combine(_folder, "secret.key");
        await File.WriteAllTextAsync(file, "short", TestContext.Current.CancellationToken);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        (await RefusedAsync(_folder, keys => keys.IssueAsync("reader", "ci", default))).ShouldContain("secret.key is no key: expected 32 bytes.");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static async Task<string> RefusedAsync(string folder, Func<KeysConsole, Task> act) =>
        (await Should.ThrowAsync<UsageException>(() => KeysConsole.RunAsync(folder, act))).Message;
}
