namespace Sluice.Platform.Connections;

/// <summary>What a connection's secret must be. No message has any of it.</summary>
public static class SecretRules
{
    private const int LongestToken = 4096;
    private const int LongestKey = 16384;

    /// <summary>All that is wrong.</summary>
    /// <param name="secret">What is brought.</param>
    /// <param name="provider">Where it is to sign in.</param>
    /// <param name="host">The name of that host.</param>
    public static IReadOnlyList<string> Faults(ConnectionSecret secret, GitProvider provider, string host) => secret switch
    {
        TokenSecret token => [.. Lines(token.Token, "Token", LongestToken), .. Lines(token.UserName ?? "x", "UserName", 256)],
        AppSecret app => [.. OfApp(app, provider)],
        SshSecret ssh => [.. OfSsh(ssh, host)],
        _ => [],
    };

    private static IEnumerable<string> Lines(string text, string name, int most)
    {
        if (text.Length is 0 || text.Length > most || text.Any(c => char.IsControl(c) || char.IsSurrogate(c)))
        {
            yield return $"{name}: expected 1 to {most} characters, none of them a control character";
        }
    }

    private static IEnumerable<string> OfApp(AppSecret app, GitProvider provider)
    {
        if (provider is not (GitProvider.GitHub or GitProvider.GitHubEnterpriseServer))
        {
            yield return $"AppId: apps are GitHub's, and the connection is to {provider}";
        }

        if (app.AppId.Length is 0 or > 64 || !app.AppId.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-'))
        {
            yield return "AppId: expected the app's id or client id";
        }

        if (app.InstallationId.Length is 0 or > 20 || !app.InstallationId.All(char.IsAsciiDigit))
        {
            yield return "InstallationId: expected digits";
        }

        if (app.PrivateKey.Length > LongestKey || !AppJwt.IsKey(app.PrivateKey))
        {
            yield return "PrivateKey: expected an unencrypted RSA key in PEM, as GitHub gives it";
        }
    }

    private static IEnumerable<string> OfSsh(SshSecret ssh, string host)
    {
        if (ssh.PrivateKey.Length > LongestKey || !ssh.PrivateKey.TrimStart().StartsWith("-----BEGIN ", StringComparison.Ordinal) || !ssh.PrivateKey.Contains("PRIVATE KEY-----", StringComparison.Ordinal))
        {
            yield return "SshPrivateKey: expected a private key as ssh-keygen writes it, without a passphrase";
        }

        foreach (var fault in KnownHosts.Faults(ssh.KnownHosts))
        {
            yield return $"KnownHosts: {fault}";
        }

        if (ssh.KnownHosts.Length == 0 && !KnownHosts.WellKnown.Contains($"{host} ", StringComparison.Ordinal))
        {
            yield return $"KnownHosts: expected the keys of {host}, as 'ssh-keyscan' writes them and its administrator confirms them; only those of github.com, gitlab.com and bitbucket.org are known here";
        }
    }
}
