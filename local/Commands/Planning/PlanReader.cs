using Sluice.Deployments.Shapes;
using Sluice.Local.Commands.Clients;
using Sluice.Local.Commands.Starting;
using Sluice.Local.Commands.Validating;
using Sluice.Pipelines.Model;
using Sluice.Pipelines.Shapes;

namespace Sluice.Local.Commands.Planning;

/// <summary>Asks for all that a plan is made of. Nothing is written.</summary>
internal static class PlanReader
{
    public static async Task<SeenForPlan> ReadAsync(SuiteClient suite, StartInput asked, CancellationToken stop)
    {
        var pipeline = await StartedPipeline.FindAsync(suite, asked.What, stop);
        var state = await suite.AskAsync<GetPipelineStateOutput>(new GetPipelineStateInput { Name = pipeline.Name }, stop);
        var heads = new Dictionary<string, SourceHead>(StringComparer.Ordinal);
        foreach (var source in pipeline.Sources())
        {
            heads[source.Name] = await new HeadReader(suite).ReadAsync(source, stop);
        }

        var groups = new Dictionary<string, SeenGroup>(StringComparer.Ordinal);
        foreach (var group in pipeline.Stages.SelectMany(stage => stage.Actions).Select(NeededNames.Group).OfType<string>().Distinct())
        {
            groups[group] = await GroupAsync(suite, group.Split('/', 2), stop);
        }

        return new SeenForPlan(pipeline, state, heads, groups);
    }

    private static async Task<SeenGroup> GroupAsync(SuiteClient suite, string[] name, CancellationToken stop)
    {
        try
        {
            var group = (await suite.AskAsync<GetDeploymentGroupOutput>(new GetDeploymentGroupInput { ApplicationName = name[0], DeploymentGroupName = name[1] }, stop)).DeploymentGroupInfo;
            var configuration = group?.DeploymentConfigName is { } named
                ? (await suite.AskAsync<GetDeploymentConfigOutput>(new GetDeploymentConfigInput { DeploymentConfigName = named }, stop)).DeploymentConfigInfo
                : null;
            return new SeenGroup(group, configuration);
        }
        catch (RefusedException e)
        {
            return new SeenGroup(null, null, e.Message);
        }
    }
}
