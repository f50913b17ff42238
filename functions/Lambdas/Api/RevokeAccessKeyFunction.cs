using Amazon.Lambda.Annotations;
using Sluice.Platform.Access;

namespace Sluice.Lambdas.Api;

/// <summary>Entry point of <see cref="AccessKeys.RevokeAsync"/>.</summary>
public sealed class RevokeAccessKeyFunction(AccessKeys keys)
{
    /// <summary>The function's method.</summary>
    /// <exception cref="ArgumentException">There is no such key: whoever mistypes one that has leaked must not take it for revoked.</exception>
    [LambdaFunction(ResourceName = "RevokeAccessKeyFunction")]
    public async Task<RevokedAccessKey> RevokeAccessKey(RevokeAccessKeyInput input) =>
        await keys.RevokeAsync(input.AccessKeyId) is { RevokedAt: { } revokedAt }
            ? new RevokedAccessKey(input.AccessKeyId, revokedAt)
            : throw new ArgumentException($"There is no key '{input.AccessKeyId}', so none was revoked.", nameof(input));
}
