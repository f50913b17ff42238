using Sluice.Builds.Starting;
using Sluice.Platform.Protocol;

namespace Sluice.Builds.Api.Builds;

/// <summary>Makes a build once more, with its settings: those of its project are not asked again.</summary>
public sealed class RetryBuild : IOperation<RetryBuildInput, RetryBuildOutput>
{
    private readonly BuildFinder _finder;
    private readonly BuildRequests _requests;
    private readonly BuildAnswer _answer;

    internal RetryBuild(BuildFinder finder, BuildRequests requests, BuildAnswer answer)
    {
        (_finder, _requests, _answer) = (finder, requests, answer);
    }

    /// <inheritdoc/>
    public async Task<RetryBuildOutput> RunAsync(RetryBuildInput input, OperationContext context, CancellationToken cancellationToken)
    {
        var build = await _finder.GetAsync(input.Id, cancellationToken);
        if (build.Action is not null)
        {
            throw ControlPlane.InvalidInput.Of($"The build '{input.Id}' is an action of a pipeline, which alone can be given its result; retry the pipeline's stage.");
        }

        var wanted = new WantedBuild(build.ProjectName, build.Settings, context.Caller?.AccessKeyId ?? build.Initiator) { ServiceVariables = build.ServiceVariables };
        return new RetryBuildOutput { Build = _answer.Of(await _requests.AddAsync(wanted, input.IdempotencyToken, $"retry {build.BuildId}", cancellationToken)) };
    }
}
