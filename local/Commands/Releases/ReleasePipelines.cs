using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Sluice.Pipelines.ControlPlane.Executions;
using Sluice.Pipelines.ControlPlane.Pipelines;
using Sluice.Pipelines.Model;

namespace Sluice.Local.Commands.Releases;

/// <summary>Keeps the pipeline of a repository as the command line wants it.</summary>
internal sealed class ReleasePipelines(PipelineCatalog pipelines)
{
    private const string Document = "release";

    /// <summary>On the suite that has these services.</summary>
    public static ReleasePipelines Of(IServiceProvider suite) => ActivatorUtilities.CreateInstance<ReleasePipelines>(suite);

    /// <summary>Makes it, or changes it where it differs. Repositories that are named alike get a number each.</summary>
    /// <param name="name">What it shall be called.</param>
    /// <param name="repository">A full path or a URL.</param>
    /// <param name="branch">Null keeps the branch that it has.</param>
    /// <param name="choices">How its deployments go.</param>
    /// <param name="head">The repository's HEAD, for a pipeline that has no branch yet; null leaves it to the first poll.</param>
    /// <returns>Its name.</returns>
    public async Task<string> KeepAsync(string name, string repository, string? branch, DeploymentChoices choices, string? head = null)
    {
        for (var number = 1; ; number++)
        {
            var free = number == 1 ? name : name + "-" + number.ToString(CultureInfo.InvariantCulture);
            switch (await RepositoryOfAsync(free))
            {
                case null:
                    await pipelines.CreateAsync(Document, ReleasePipeline.Document(free, repository, branch ?? head, choices));
                    return free;
                case var same when same == repository:
                    await pipelines.UpdateAsync(Document, ReleasePipeline.Document(free, repository, branch ?? await BranchAsync(free) ?? head, choices));
                    return free;
            }
        }
    }

    /// <summary>The branch that the pipeline releases: what its document says, or what it stays at since it was first read. Null if it was never read.</summary>
    public async Task<string?> BranchAsync(string name)
    {
        var source = (await pipelines.GetAsync(name)).Pipeline.Stages[0].Actions[0];
        return source.Setting("Branch")
            ?? (await pipelines.GetSourcesAsync(name)).FirstOrDefault(state => state.ActionName == source.Name)?.Branch;
    }

    /// <summary>Null if there is no such pipeline; empty if it has no repository.</summary>
    private async Task<string?> RepositoryOfAsync(string name)
    {
        try
        {
            var source = (await pipelines.GetAsync(name)).Pipeline.Stages[0].Actions[0];
            return source.Setting("Repository") ?? "";
        }
        catch (PipelineNotFoundException)
        {
            return null;
        }
    }
}
