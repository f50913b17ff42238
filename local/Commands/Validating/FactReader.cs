using System.Net;
using Sluice.Builds.Shapes;
using Sluice.Deployments.Shapes;
using Sluice.Local.Commands.Clients;

namespace Sluice.Local.Commands.Validating;

/// <summary>Asks a suite for what documents name.</summary>
/// <param name="suite">Whom.</param>
/// <param name="isNamed">Whether the user has named it, who then wants to hear that it does not answer.</param>
internal sealed class FactReader(SuiteClient suite, bool isNamed)
{
    public async Task<SuiteFacts> AskAsync(IReadOnlyList<Needed> needed, CancellationToken stop)
    {
        var facts = new List<SuiteFact>();
        foreach (var (kind, name) in needed.Select(one => (one.Kind, one.Name)).Distinct())
        {
            facts.Add(await AskAsync(kind, name, stop));
        }

        return new SuiteFacts(facts, null);
    }

    private async Task<SuiteFact> AskAsync(NeededKind kind, string name, CancellationToken stop)
    {
        try
        {
            return kind switch
            {
                NeededKind.Project => await ProjectAsync(name, stop),
                NeededKind.Group => await GroupAsync(name, stop),
                NeededKind.Function => await FunctionAsync(name, stop),
                _ => await PipelineAsync(name, stop),
            };
        }
        catch (RefusedException e) when (e.Code is not null || !isNamed)
        {
            return new SuiteFact(kind, name, IsThere: null) { WhyNot = e.Message };
        }
    }

    private async Task<SuiteFact> ProjectAsync(string name, CancellationToken stop)
    {
        var found = (await suite.AskAsync<BatchGetProjectsOutput>(new BatchGetProjectsInput { Names = [name] }, stop)).Projects is [var project] ? project : null;
        return found is not null ? new SuiteFact(NeededKind.Project, name, IsThere: true) { Buildspec = found.Source?.Buildspec }
            : new SuiteFact(NeededKind.Project, name, IsThere: false) { Others = (await suite.AskAsync<ListProjectsOutput>(new ListProjectsInput(), stop)).Projects ?? [] };
    }

    private async Task<SuiteFact> GroupAsync(string name, CancellationToken stop)
    {
        var (application, group) = name.Split('/', 2) is [var one, var two] ? (one, two) : (name, "");
        try
        {
            var info = (await suite.AskAsync<GetDeploymentGroupOutput>(new GetDeploymentGroupInput { ApplicationName = application, DeploymentGroupName = group }, stop)).DeploymentGroupInfo;
            return new SuiteFact(NeededKind.Group, name, IsThere: true) { Platform = info?.ComputePlatform?.ToString() };
        }
        catch (RefusedException e) when (e.Code == "DeploymentGroupDoesNotExistException")
        {
            var groups = (await suite.AskAsync<ListDeploymentGroupsOutput>(new ListDeploymentGroupsInput { ApplicationName = application }, stop)).DeploymentGroups ?? [];
            return new SuiteFact(NeededKind.Group, name, IsThere: false) { Others = [.. groups.Select(other => $"{application}/{other}")] };
        }
        catch (RefusedException e) when (e.Code == "ApplicationDoesNotExistException")
        {
            var applications = (await suite.AskAsync<ListApplicationsOutput>(new ListApplicationsInput(), stop)).Applications ?? [];
            return new SuiteFact(NeededKind.Group, name, IsThere: false) { Others = [.. applications.Select(other => $"{other}/{group}")] };
        }
    }

    private async Task<SuiteFact> FunctionAsync(string name, CancellationToken stop) => await suite.LookAtFunctionAsync(name, stop) switch
    {
        HttpStatusCode.OK => new SuiteFact(NeededKind.Function, name, IsThere: true),
        HttpStatusCode.NotFound => new SuiteFact(NeededKind.Function, name, IsThere: false) { Others = await suite.FunctionsAsync(stop) },
        var status => new SuiteFact(NeededKind.Function, name, IsThere: null) { WhyNot = $"Lambda answered with status {(int)status}" },
    };

    private async Task<SuiteFact> PipelineAsync(string name, CancellationToken stop)
    {
        var names = (await PipelineNames.AllAsync(suite, stop)).Select(pipeline => pipeline.Name!).ToList();
        return new SuiteFact(NeededKind.Pipeline, name, names.Contains(name)) { Others = names };
    }
}
