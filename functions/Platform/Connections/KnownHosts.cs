namespace Sluice.Platform.Connections;

/// <summary>Which keys SSH hosts have, in the form of <c>known_hosts</c>.</summary>
public static class KnownHosts
{
    private const int DefaultPort = 22;
    private const int Longest = 65536;

    /// <summary>As GitHub, GitLab and Bitbucket publish them.</summary>
    public static string WellKnown { get; } = string.Join('\n',
        "github.com ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl",
        "github.com ecdsa-sha2-nistp256 AAAAE2VjZHNhLXNoYTItbmlzdHAyNTYAAAAIbmlzdHAyNTYAAABBBEmKSENjQEezOmxkZMy7opKgwFB9nkt5YRrYMjNuG5N87uRgg6CLrbo5wAdT/y6v0mKV0U2w0WZ2YB/++Tpockg=",
        "gitlab.com ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAfuCHKVTjquxvt6CM6tdG4SLp1Btn/nOeHHE5UOzRdf",
        "bitbucket.org ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIIazEu89wgQZ4bqs3d63QSMzYVa0MuJ2e2gKTKqu+UUO",
        "");

    /// <summary>The keys of a host, each with its kind; none if it is not known.</summary>
    /// <param name="text">What is known beside the well-known.</param>
    /// <param name="host">Its name.</param>
    /// <param name="port">Its port.</param>
    public static IReadOnlyList<(string Kind, byte[] Key)> Of(string text, string host, int port)
    {
        var name = port == DefaultPort ? host : $"[{host}]:{port}";
        return [.. Lines($"{text}\n{WellKnown}").Where(line => line[0].Split(',').Contains(name, StringComparer.OrdinalIgnoreCase)).Select(line => (line[1], Convert.FromBase64String(line[2])))];
    }

    /// <summary>What is wrong with a text. Hashed names and marks such as <c>@cert-authority</c> are not taken.</summary>
    public static IReadOnlyList<string> Faults(string text)
    {
        if (text.Length > Longest)
        {
            return [$"expected at most {Longest} characters"];
        }

        return [.. Lines(text).Select((line, index) => (line, index)).Where(one => !IsGood(one.line)).Select(one => $"line {one.index + 1}: expected a host's name, a key's kind and the key")];
    }

    private static bool IsGood(string[] line) =>
        line.Length >= 3 && line[0][0] is not ('|' or '@') && (line[1].StartsWith("ssh-", StringComparison.Ordinal) || line[1].StartsWith("ecdsa-", StringComparison.Ordinal))
        && Convert.TryFromBase64String(line[2], new byte[line[2].Length], out _);

    private static IEnumerable<string[]> Lines(string text) =>
        text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#').Select(line => line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries));
}
