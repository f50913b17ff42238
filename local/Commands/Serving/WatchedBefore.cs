using Microsoft.Extensions.DependencyInjection;
using Sluice.Local.Commands.Releases;
using Sluice.Local.Commands.Screens;
using Sluice.Pipelines.ControlPlane.Executions;
using Sluice.Pipelines.ControlPlane.Pipelines;
using Sluice.Pipelines.Model;

namespace Sluice.Local.Commands.Serving;

/// <summary>Tells which pipelines the data folder holds already: what they watch is released, too.</summary>
internal sealed class WatchedBefore(PipelineCatalog pipelines, ReleasePipelines branches)
{
    /// <summary>On the suite that has these services.</summary>
    public static WatchedBefore Of(IServiceProvider suite) => new(suite.GetRequiredService<PipelineCatalog>(), ReleasePipelines.Of(suite));

    /// <param name="told">Those that were told.</param>
    public async Task TellAsync(IReadOnlyCollection<string> told, IScreen screen, CancellationToken stop)
    {
        var isNothing = told.Count == 0;
        string? token = null;
        do
        {
            (var page, token) = await pipelines.ListAsync(token, cancellationToken: stop);
            foreach (var pipeline in page.Select(stored => stored.Pipeline).Where(pipeline => !told.Contains(pipeline.Name)))
            {
                var source = pipeline.Stages[0].Actions[0];
                var repository = source.Setting("Repository") ?? source.Setting("RepositoryName") ?? source.Setting("FullRepositoryId") ?? "its source";
                screen.Line("Watching", $"{pipeline.Name}: {WatchBeginning.Text(repository, await branches.BranchAsync(pipeline.Name))}");
                isNothing = false;
            }
        }
        while (token is not null);
        if (isNothing)
        {
            screen.Line("Watching", "nothing: this data folder holds no pipeline; --repository PATH-OR-URL watches one", Tone.Warning);
        }
    }
}
