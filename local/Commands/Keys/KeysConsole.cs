using System.Globalization;
using System.Security.Cryptography;
using Sluice.Local.Commands.Screens;
using Sluice.Local.Host.Credentials;
using Sluice.Platform.Access;
using Sluice.Platform.Access.Files;
using Sluice.Platform.Ids;
using Sluice.Platform.Tables.Sqlite;

namespace Sluice.Local.Commands.Keys;

/// <summary>What the <c>keys</c> commands do, on the table itself: SQLite lets another process in while the suite runs.</summary>
internal sealed class KeysConsole(AccessKeyStore store, AccessKeys keys, TextWriter output)
{
    public static Task<int> RunAsync(string folder, Func<KeysConsole, Task> act) => KeptTable.WithAsync(folder, (data, table) => RunAsync(data, table, act));

    private static async Task<int> RunAsync(string data, SqliteTable table, Func<KeysConsole, Task> act)
    {
        var store = new AccessKeyStore(table);
        var box = new KeyFileSecretBox(Path.Combine(data, "secret.key"));
        await using var output = new HarmlessWriter(Console.Out);
        try
        {
            await act(new KeysConsole(store, new AccessKeys(store, box, new RandomIds(), TimeProvider.System), output));
            return ExitCodes.Succeeded;
        }
        catch (ArgumentException e)
        {
            throw new UsageException(e.Message);
        }
        catch (CryptographicException e)
        {
            throw new UsageException($"The keys of the data folder cannot be used: {e.Message}");
        }
    }

    public async Task IssueAsync(string role, string name, CancellationToken stop)
    {
        var issued = await keys.IssueAsync(role, name, stop);
        await output.WriteLineAsync($"# role {role}; the secret is shown this once");
        await output.WriteAsync(CredentialsText.Write(new OwnKey(issued.Key.AccessKeyId, issued.SecretAccessKey)));
    }

    public async Task ListAsync(CancellationToken stop)
    {
        foreach (var key in (await store.ListAsync(stop)).OrderBy(key => key.CreatedAt))
        {
            var state = key.RevokedAt is { } revoked ? $"revoked {Moment(revoked)}" : "good";
            await output.WriteLineAsync($"{key.AccessKeyId}  {key.Role,-9}  {Moment(key.CreatedAt)}  {state}  {key.Name}".TrimEnd());
        }
    }

    public async Task RevokeAsync(string id, CancellationToken stop)
    {
        var revoked = await keys.RevokeAsync(id, stop) ?? throw new UsageException($"There is no key {id}; 'keys list' shows what there is.");
        await output.WriteLineAsync($"{revoked.AccessKeyId} ({revoked.Role}) is revoked since {Moment(revoked.RevokedAt!.Value)}");
    }

    private static string Moment(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
