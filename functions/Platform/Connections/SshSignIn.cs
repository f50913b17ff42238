namespace Sluice.Platform.Connections;

/// <summary>By an SSH key.</summary>
/// <param name="PrivateKey">Secret.</param>
/// <param name="KnownHosts">Which hosts are trusted, by their keys.</param>
public sealed record SshSignIn(string PrivateKey, string KnownHosts) : GitSignIn;
