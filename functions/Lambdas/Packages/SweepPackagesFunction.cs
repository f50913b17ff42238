using System.Text.Json.Nodes;
using Amazon.Lambda.Annotations;
using Sluice.Packages.Retention;

namespace Sluice.Lambdas.Packages;

/// <summary>Entry point of <see cref="Sluice.Packages.Retention.SweepPackages"/>.</summary>
public sealed class SweepPackagesFunction(SweepPackages useCase)
{
    /// <summary>The function's method. The schedule's event says nothing that is needed; without a parameter the genuine generator's code would be ambiguous.</summary>
    [LambdaFunction(ResourceName = "SweepPackagesFunction")]
    public Task SweepPackages(JsonNode schedule) => useCase.RunAsync();
}
