using Sluice.Deployments.Shapes;
using Sluice.Local.Commands.Clients;

namespace Sluice.Local.Commands.Seeing;

/// <summary>Asks for deployments.</summary>
internal static class DeploymentReader
{
    private static readonly DeploymentStatus[] Going = [DeploymentStatus.Created, DeploymentStatus.Queued, DeploymentStatus.InProgress, DeploymentStatus.Baking, DeploymentStatus.Ready];

    public static bool IsId(string text) => text.StartsWith("d-", StringComparison.Ordinal) && text.Length > "d-".Length && !text.Contains('/', StringComparison.Ordinal);

    /// <summary>Whether its status is not an end.</summary>
    public static bool IsGoing(DeploymentInfo deployment) => deployment.Status is { } status && Going.Contains(status);

    /// <summary>The deployments of a pipeline's run, the newest first.</summary>
    public static async Task<IReadOnlyList<string>> OfRunAsync(SuiteClient suite, string run, bool onlyGoing, CancellationToken stop) =>
        (await suite.AskAsync<ListDeploymentsOutput>(new ListDeploymentsInput { ExternalId = run, IncludeOnlyStatuses = onlyGoing ? Going : null }, stop)).Deployments ?? [];

    public static async Task<SeenDeployment> ReadAsync(SuiteClient suite, string id, CancellationToken stop)
    {
        var info = (await suite.AskAsync<GetDeploymentOutput>(new GetDeploymentInput { DeploymentId = id }, stop)).DeploymentInfo!;
        return new SeenDeployment(info, info.StartTime is null ? [] : await TargetsAsync(suite, id, stop));
    }

    private static async Task<IReadOnlyList<DeploymentTarget>> TargetsAsync(SuiteClient suite, string id, CancellationToken stop)
    {
        try
        {
            var ids = (await suite.AskAsync<ListDeploymentTargetsOutput>(new ListDeploymentTargetsInput { DeploymentId = id }, stop)).TargetIds ?? [];
            return ids.Count == 0 ? [] : (await suite.AskAsync<BatchGetDeploymentTargetsOutput>(new BatchGetDeploymentTargetsInput { DeploymentId = id, TargetIds = ids }, stop)).DeploymentTargets ?? [];
        }
        catch (RefusedException e) when (e.Code == "DeploymentNotStartedException")
        {
            return [];
        }
    }
}
