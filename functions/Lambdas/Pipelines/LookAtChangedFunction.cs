using Amazon.Lambda.Annotations;
using Sluice.Pipelines.Sources;

namespace Sluice.Lambdas.Pipelines;

/// <summary>Takes the events of S3 and CodeCommit.</summary>
public sealed class LookAtChangedFunction(LookAtChanged look)
{
    /// <summary>See <see cref="Sluice.Pipelines.Sources.LookAtChanged.RunAsync"/>.</summary>
    [LambdaFunction(ResourceName = "LookAtChangedFunction")]
    public async Task LookAtChanged(SourceChange happened) => await look.RunAsync(happened);
}
