namespace Sluice.BuildRunner.Sources;

/// <summary>What git's words say of a failed fetch. Git gives one exit code for all of them; its messages are in English, since LC_ALL is C.</summary>
internal static class GitFaults
{
    /// <summary>These stay until a person does something: that the repository or the right to read it is not there, or that the address cannot be used.</summary>
    private static readonly string[] _final =
    [
        "dubious ownership", "does not appear to be a git repository", "not a git repository", "Authentication failed", "could not read Username", "could not read Password",
        "error: 401", "error: 403", "error: 404", "error: 410", "' not found", "Repository not found", "Permission denied", "Host key verification failed", "Permission to ",
        "transport '", "Unsupported protocol", "is not a commit", "certificate", "URL using bad/illegal format", "No space left on device",
    ];

    /// <summary>These come from the way to the server, or from a server that is not well: asking it for more than one commit would not help.</summary>
    private static readonly string[] _ofServer =
    [
        "error: 5", "error: 429", "Could not resolve", "Couldn't resolve", "Failed to connect", "Couldn't connect", "Connection ", "timed out", "timeout", "Timeout",
        "Empty reply", "early EOF", "RPC failed", "unexpected disconnect", "hung up", "Operation too slow", "Recv failure", "SSL_", "gnutls_", "GnuTLS", "Temporary failure",
        "Network is unreachable", "No route to host", "HTTP/2 stream", "curl 18", "curl 56", "curl 92", "expected flush", "invalid index-pack output",
    ];

    /// <summary>Whether trying again is of no use. What is not known may pass.</summary>
    public static bool IsFinal(string said) => Says(said, _final);

    public static bool IsOfServer(string said) => !IsFinal(said) && Says(said, _ofServer);

    private static bool Says(string said, string[] signs) => signs.Any(sign => said.Contains(sign, StringComparison.Ordinal));
}
