using Sluice.Builds.ControlPlane;
using Sluice.Builds.Model;
using Sluice.Platform.Access.Tokens;
using Sluice.Platform.Protocol;

namespace Sluice.Builds.Api.Progress;

/// <summary>
/// A build's program asks for a token by which the clients of package managers restore and publish. The operation is ours, and its right is the build's own secret. The token is good for one domain, and no longer than the build can take.
/// </summary>
public sealed class GetBuildPackageToken : IOperation<GetBuildPackageTokenInput, GetBuildPackageTokenOutput>
{
    // For what is done after the build's own time, and for clocks that differ.
    private static readonly TimeSpan _slack = TimeSpan.FromMinutes(10);
    private readonly ToldBuilds _builds;
    private readonly PackageTokens _tokens;

    internal GetBuildPackageToken(ToldBuilds builds, PackageTokens tokens) => (_builds, _tokens) = (builds, tokens);

    /// <exception cref="ApiException"><c>ResourceNotFoundException</c>: there is no such build, or the secret is not its own; which of the two is not told. <c>InvalidInputException</c>: it has ended.</exception>
    public async Task<GetBuildPackageTokenOutput> RunAsync(GetBuildPackageTokenInput input, OperationContext context, CancellationToken cancellationToken)
    {
        var build = await _builds.GetAsync(input.Id, input.ProgressSecret, cancellationToken);
        if (build.HasEnded())
        {
            throw InvalidInput.Of($"The build {input.Id} has ended: a token is given to one that runs.");
        }

        var (token, expires) = await _tokens.IssueForBuildAsync(input.Domain, build.FullId(), TimeSpan.FromMinutes(build.Settings.TimeoutInMinutes) + _slack, input.AsOf, cancellationToken);
        return new GetBuildPackageTokenOutput { AuthorizationToken = token, Expiration = expires };
    }
}
