namespace Sluice.Local.Cloud.Secrets;

/// <summary>A version of a secret, without its value.</summary>
/// <param name="Id">The token of the request that made it.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="Stages">Its staging labels; without one it may be removed.</param>
internal sealed record SecretVersion(string Id, DateTimeOffset CreatedAt, IReadOnlyList<string> Stages)
{
    /// <summary>The label of the version that is given when none is asked for.</summary>
    public const string Current = "AWSCURRENT";

    /// <summary>The label of the one that was current before.</summary>
    public const string Previous = "AWSPREVIOUS";
}
