using Sluice.Platform.Json;

namespace Sluice.Platform.Connections;

/// <summary>An SSH key.</summary>
/// <param name="PrivateKey">In PEM or OpenSSH's form.</param>
/// <param name="KnownHosts">The hosts that it is for, as <c>known_hosts</c> has them; empty for those whose keys are known here.</param>
[Kind("ssh")]
public sealed record SshSecret(string PrivateKey, string KnownHosts) : ConnectionSecret;
