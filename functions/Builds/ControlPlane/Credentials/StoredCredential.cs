namespace Sluice.Builds.ControlPlane.Credentials;

/// <summary>How builds sign in to one kind of git host, as it is stored.</summary>
/// <param name="ServerType">The host's kind; each has one credential.</param>
/// <param name="AuthType">What it is.</param>
/// <param name="UserName">With BASIC_AUTH.</param>
/// <param name="SealedToken">The token or password, as an <see cref="Platform.Access.ISecretBox"/> gave it; null if another service has it.</param>
/// <param name="Resource">The ARN of the secret or connection that has it; null if it is sealed here.</param>
internal sealed record StoredCredential(ServerType ServerType, AuthType AuthType, string? UserName, string? SealedToken, string? Resource)
{
    /// <summary>As ARNs have it.</summary>
    public string Name => NameOf(ServerType);

    public static string NameOf(ServerType server) => server.ToString().ToLowerInvariant();
}
