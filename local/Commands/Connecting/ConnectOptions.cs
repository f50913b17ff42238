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
    string Name, string Provider, string? Host, string? User, string? TokenFile, bool TokenFromInput, string? AppId, string? InstallationId, string? KeyFile, string? SshKeyFile, string? KnownHostsFile);
