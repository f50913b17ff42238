using Amazon.Lambda.Annotations;
using Sluice.Platform.Access;

namespace Sluice.Lambdas.Api;

/// <summary>Entry point of <see cref="AccessKeys.RevokeAsync"/>.</summary>
public sealed class RevokeAccessKeyFunction(AccessKeys keys)
{
    /// <summary>The function's method.</summary>
    /// <exception cref="ArgumentException">There is no such key.</exception>
    [LambdaFunction(ResourceName = "RevokeAccessKeyFunction")]
    public async Task<RevokedAccessKey> RevokeAccessKey(RevokeAccessKeyInput input) =>
        RevokedAccessKey.Of(input.AccessKeyId, await keys.RevokeAsync(input.AccessKeyId));
}
