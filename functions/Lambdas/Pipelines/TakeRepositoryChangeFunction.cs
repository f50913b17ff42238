using Amazon.Lambda.Annotations;
using Sluice.Pipelines.Sources;

namespace Sluice.Lambdas.Pipelines;

/// <summary>Takes what git hosts have told connections.</summary>
public sealed class TakeRepositoryChangeFunction(TakeRepositoryChange use)
{
    /// <summary>See <see cref="Sluice.Pipelines.Sources.TakeRepositoryChange.RunAsync"/>.</summary>
    [LambdaFunction(ResourceName = "TakeRepositoryChangeFunction")]
    public async Task TakeRepositoryChange(RepositoryChangeEvent happened) => await use.RunAsync(happened);
}
