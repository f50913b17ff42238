namespace Sluice.Local.Commands.Connecting;

/// <summary>What <c>connect</c> was given.</summary>
/// <param name="Name">The connection's.</param>
/// <param name="Provider">Whose host.</param>
/// <param name="Host">Its URL, of providers that somebody installs.</param>
/// <param name="User">What the host wants beside a token.</param>
/// <param name="TokenFile">A file with the token; null for another way.</param>
/// <param name="TokenFromInput">Whether the token comes on standard input.</param>
/// <param name="AppId">A GitHub App's.</param>
/// <param name="InstallationId">Where it is installed.</param>
/// <param name="KeyFile">With its private key.</param>
/// <param name="SshKeyFile">With an SSH key.</param>
/// <param name="KnownHostsFile">With the host's own keys.</param>
internal sealed record ConnectOptions(
    string Name, string Provider, string? Host, string? User, string? TokenFile, bool TokenFromInput, string? AppId, string? InstallationId, string? KeyFile, string? SshKeyFile, string? KnownHostsFile)
{
    /// <summary>The repositories of which the host is to deliver what happens.</summary>
    public IReadOnlyList<string> Webhooks { get; init; } = [];

    /// <summary>Whether to make a new secret for deliveries, and say it.</summary>
    public bool NewWebhookSecret { get; init; }

    /// <summary>Whether it is about deliveries, so that nothing need be brought to sign in with.</summary>
    public bool HasWebhooks => NewWebhookSecret || Webhooks.Count > 0;
}
