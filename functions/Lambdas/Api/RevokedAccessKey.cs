using Sluice.Platform.Access;

namespace Sluice.Lambdas.Api;

/// <summary>A key that is refused.</summary>
/// <param name="AccessKeyId">Its id.</param>
/// <param name="RevokedAt">Since when.</param>
public sealed record RevokedAccessKey(string AccessKeyId, DateTimeOffset RevokedAt)
{
    /// <summary>What is told of a key that was to be revoked.</summary>
    /// <exception cref="ArgumentException">There is no such key: whoever mistypes one that has leaked must not take it for revoked.</exception>
    internal static RevokedAccessKey Of(string accessKeyId, AccessKey? key) => key is { RevokedAt: { } revokedAt }
        ? new RevokedAccessKey(accessKeyId, revokedAt)
        : throw new ArgumentException($"There is no key '{accessKeyId}', so none was revoked.", nameof(accessKeyId));
}
