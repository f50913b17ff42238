using Sluice.Packages.Records;
using Sluice.Platform.Access.Tokens;

namespace Sluice.Packages.Api.Tokens;

/// <summary>Gives out what package managers sign in with. It can do what the key can that asks for it, while that is good.</summary>
public sealed class GetAuthorizationToken : IOperation<GetAuthorizationTokenRequest, GetAuthorizationTokenResult>
{
    private const int Shortest = 900;
    private const int Longest = 43_200;
    private readonly DomainStore _domains;
    private readonly PackageTokens _tokens;

    internal GetAuthorizationToken(DomainStore domains, PackageTokens tokens) => (_domains, _tokens) = (domains, tokens);

    /// <inheritdoc/>
    public async Task<GetAuthorizationTokenResult> RunAsync(GetAuthorizationTokenRequest input, OperationContext context, CancellationToken cancellationToken)
    {
        // Zero is the rest of a role's session, and keys here have none: it is the longest.
        var seconds = input.DurationSeconds is null or 0 ? Longest : input.DurationSeconds.Value;
        if (seconds is < Shortest or > Longest)
        {
            throw PackageErrors.Invalid($"durationSeconds is {seconds}; expected 0, or {Shortest} to {Longest}");
        }

        await _domains.GetAsync(input.Domain, cancellationToken);
        var (token, expires) = await _tokens.IssueAsync(input.Domain, context.Caller!.AccessKeyId, TimeSpan.FromSeconds(seconds), cancellationToken);
        return new GetAuthorizationTokenResult { AuthorizationToken = token, Expiration = expires };
    }
}
