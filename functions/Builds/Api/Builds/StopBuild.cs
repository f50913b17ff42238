using Sluice.Builds.Stopping;
using Sluice.Platform.Protocol;

namespace Sluice.Builds.Api.Builds;

/// <summary>Asks a build to stop. One that has ended stays as it is.</summary>
public sealed class StopBuild : IOperation<StopBuildInput, StopBuildOutput>
{
    private readonly BuildFinder _finder;
    private readonly BuildStopper _stopper;
    private readonly BuildAnswer _answer;

    internal StopBuild(BuildFinder finder, BuildStopper stopper, BuildAnswer answer)
    {
        (_finder, _stopper, _answer) = (finder, stopper, answer);
    }

    /// <inheritdoc/>
    public async Task<StopBuildOutput> RunAsync(StopBuildInput input, OperationContext context, CancellationToken cancellationToken)
    {
        var build = await _finder.GetAsync(input.Id, cancellationToken);
        return new StopBuildOutput { Build = _answer.Of(await _stopper.RunAsync(build.BuildId, $"by {context.Caller?.AccessKeyId ?? "a user"}", cancellationToken)) };
    }
}
