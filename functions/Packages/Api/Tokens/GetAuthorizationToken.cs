using Sluice.Packages.Records;
using Sluice.Packages.Rules;
using Sluice.Platform.Access.Tokens;

namespace Sluice.Packages.Api.Tokens;

/// <summary>Gives out what package managers sign in with. It can do what the key can that asks for it, while that is good.</summary>
public sealed class GetAuthorizationToken : IOperation<GetAuthorizationTokenRequest, GetAuthorizationTokenResult>
{
    private const int Shortest = 900;
    private const int Longest = 43_200;
    private readonly DomainStore _domains;
    private readonly PackageTokens _tokens;
    private readonly TimeProvider _time;

    internal GetAuthorizationToken(DomainStore domains, PackageTokens tokens, TimeProvider time) => (_domains, _tokens, _time) = (domains, tokens, time);

    /// <inheritdoc/>
    public async Task<GetAuthorizationTokenResult> RunAsync(GetAuthorizationTokenRequest input, OperationContext context, CancellationToken cancellationToken)
    {
        // Zero is the rest of a role's session, and keys here have none: it is the longest.
        var seconds = input.DurationSeconds is null or 0 ? Longest : input.DurationSeconds.Value;
        if (seconds is < Shortest or > Longest)
        {
            throw PackageErrors.Invalid($"durationSeconds is {seconds}; expected 0, or {Shortest} to {Longest}");
        }

        if (input.AsOf > _time.GetUtcNow())
        {
            throw PackageErrors.Invalid($"asOf is {RuleTimes.Written(input.AsOf.Value)}, which is to come; expected a time that was");
        }

        await _domains.GetAsync(input.Domain, cancellationToken);
        var (token, expires) = await _tokens.IssueAsync(input.Domain, context.Caller!.AccessKeyId, TimeSpan.FromSeconds(seconds), input.AsOf, cancellationToken);
        return new GetAuthorizationTokenResult { AuthorizationToken = token, Expiration = expires, AsOf = input.AsOf };
    }
}
