using System.Text.Json.Nodes;

namespace Sluice.Local.Commands.Connecting;

/// <summary>Reads what a connection is to sign in with.</summary>
internal static class ConnectSecret
{
    private const int Longest = 64 * 1024;

    /// <returns>The members of <c>PutConnectionCredentials</c>; null if it is only about deliveries.</returns>
    /// <exception cref="UsageException">It is not exactly one of the ways, or a file cannot be read.</exception>
    public static async Task<JsonObject?> ReadAsync(ConnectOptions options, TextReader input, CancellationToken stop)
    {
        Check(options);
        return options switch
        {
            { TokenFromInput: true } => Token(options, await input.ReadToEndAsync(stop)),
            { TokenFile: { } file } => Token(options, await FileAsync("--token-file", file, stop)),
            { KeyFile: null, SshKeyFile: null } => null,
            { KeyFile: { } file } => new JsonObject { ["AppId"] = options.AppId, ["InstallationId"] = options.InstallationId, ["PrivateKey"] = await FileAsync("--key-file", file, stop) },
            _ => new JsonObject
            {
                ["SshPrivateKey"] = await FileAsync("--ssh-key-file", options.SshKeyFile!, stop),
                ["KnownHosts"] = options.KnownHostsFile is { } known ? await FileAsync("--known-hosts-file", known, stop) : "",
            },
        };
    }

    private static void Check(ConnectOptions options)
    {
        var ways = new[] { options.TokenFromInput, options.TokenFile is not null, options.KeyFile is not null, options.SshKeyFile is not null }.Count(way => way);
        var hasApp = options.AppId is not null && options.InstallationId is not null;
        var isFor = (option: options.User, way: options.TokenFromInput || options.TokenFile is not null, name: "--user", of: "a token");
        List<string> faults =
        [
            .. ways == 1 || (ways == 0 && options.HasWebhooks) ? [] : new[] { "expected one of --token-file, --token-stdin, --key-file and --ssh-key-file" },
            .. (options.KeyFile is not null) == hasApp && (options.AppId is null) == (options.InstallationId is null) ? [] : new[] { "--app-id, --installation-id and --key-file belong together" },
            .. isFor.option is null || isFor.way ? [] : new[] { $"{isFor.name} belongs to {isFor.of}" },
            .. options.KnownHostsFile is null || options.SshKeyFile is not null ? [] : new[] { "--known-hosts-file belongs to --ssh-key-file" },
        ];
        if (faults.Count > 0)
        {
            throw new UsageException($"connect: {string.Join("; ", faults)}.");
        }
    }

    private static JsonObject Token(ConnectOptions options, string text)
    {
        var members = new JsonObject { ["Token"] = text.Trim() };
        if (options.User is { } user)
        {
            members["UserName"] = user;
        }

        return text.Trim().Length > 0 ? members : throw new UsageException("connect: the token is empty.");
    }

    private static async Task<string> FileAsync(string option, string path, CancellationToken stop)
    {
        try
        {
            return new FileInfo(path).Length <= Longest ? await File.ReadAllTextAsync(path, stop) : throw new UsageException($"{option} {path}: expected at most {Longest} bytes.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{option} {path}: {e.Message}");
        }
    }
}
