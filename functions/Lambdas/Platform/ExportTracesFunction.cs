using Amazon.Lambda.Annotations;
using Sluice.Platform.Tracing;

namespace Sluice.Lambdas.Platform;

/// <summary>Called for every run, build and deployment that has ended, where traces are wanted.</summary>
public sealed class ExportTracesFunction(ExportTraces use)
{
    /// <summary>See <see cref="Sluice.Platform.Tracing.ExportTraces.RunAsync"/>.</summary>
    [LambdaFunction(ResourceName = "ExportTracesFunction")]
    public Task ExportTraces(EndedWork happened) => use.RunAsync(happened);
}
