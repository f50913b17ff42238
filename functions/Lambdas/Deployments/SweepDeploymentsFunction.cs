using System.Text.Json.Nodes;
using Amazon.Lambda.Annotations;
using Sluice.Deployments.Recovery;

namespace Sluice.Lambdas.Deployments;

/// <summary>Entry point of <see cref="Sluice.Deployments.Recovery.SweepDeployments"/>.</summary>
public sealed class SweepDeploymentsFunction(SweepDeployments useCase)
{
    /// <summary>The function's method. The schedule's event says nothing that is needed; without a parameter the genuine generator's code would be ambiguous.</summary>
    [LambdaFunction(ResourceName = "SweepDeploymentsFunction")]
    public Task SweepDeployments(JsonNode schedule) => useCase.RunAsync();
}
