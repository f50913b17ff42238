using Sluice.Pipelines.ControlPlane.Executions;
using Sluice.Pipelines.ControlPlane.Pipelines;
using Sluice.Pipelines.Model;
using Sluice.Pipelines.Sources;
using Sluice.Pipelines.Tests.Fakes;

namespace Sluice.Pipelines.Tests.Machine;

public sealed class DocumentationTests
{
    [Fact]
    public void The_example_of_the_documentation_runs()
    {
        var example = DocsPage.Read("pipelines.md").Blocks("json")[0];
        using var host = new MachineHost();
        host.Time.Run(async () =>
        {
            await host.Suite.Get<PipelineCatalog>().CreateAsync("example.json", example);
            host.Suite.Refs.Heads["https://git-codecommit.us-east-1.amazonaws.com/v1/repos/hello"] = Documents.Commit(1);
            var run = (await host.Suite.Get<PollSources>().PollAsync(new PollRequest())).Started.Single();
            var execution = (await host.DeliverAsync()).Single();

            await execution.Completion;

            execution.Transitions.ShouldBe(15);
            var view = await host.Suite.Get<ExecutionViews>().GetAsync("hello", run.PipelineExecutionId);
            view.Status.ShouldBe(PipelineExecutionStatus.Succeeded);
        });
    }
}
