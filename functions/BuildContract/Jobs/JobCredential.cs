namespace Sluice.BuildContract.Jobs;

/// <summary>What a git host or a registry asks for.</summary>
/// <param name="UserName">For hosts that want none beside a token, anything.</param>
/// <param name="Token">A password or token. Secret; empty if <paramref name="SecretId"/> has it.</param>
/// <param name="SecretId">The secret of Secrets Manager that has it, by its ARN or name, which the program reads with its own role; null if it is here.</param>
public sealed record JobCredential(string UserName, string Token, string? SecretId = null)
{
    /// <summary>A private SSH key in place of a token, for an SSH address. Secret.</summary>
    public string? SshKey { get; init; }

    /// <summary>The host's own keys, as <c>known_hosts</c> has them, with an SSH key.</summary>
    public string? KnownHosts { get; init; }

    /// <summary>Whether it is for the suite's own registry on this machine, which has no TLS; and nobody else is to sign in with it.</summary>
    public bool IsOwnPlain { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{UserName}:***";
}
