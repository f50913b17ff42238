using Sluice.Pipelines.Stages;
using Sluice.Pipelines.ControlPlane.Executions;
using Sluice.Pipelines.ControlPlane.Pipelines;
using Sluice.Pipelines.Model;
using Sluice.Pipelines.Tests.Fakes;
using Sluice.Pipelines.Tests.Stages;
using Sluice.Platform.Documents;

namespace Sluice.Pipelines.Tests.Api;

public sealed class PipelineLifeTests : IDisposable
{
    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;
    private readonly Suite _suite = new();

    public void Dispose() => _suite.Dispose();

    private Task<StoredPipeline> CreateAsync(string text) => _suite.Get<PipelineCatalog>().CreateAsync("p.json", text, Cancellation);

    private Task<StoredPipeline> UpdateAsync(string text) => _suite.Get<PipelineCatalog>().UpdateAsync("p.json", text, Cancellation);

    private static string Changed(string name = "app") => Documents.ThreeStages(name).Replace("10:5s", "20:5s", StringComparison.Ordinal);

    [Fact]
    public async Task Creating_the_same_again_is_no_error_and_another_one_is()
    {
        var created = await CreateAsync(Documents.ThreeStages());

        created.Pipeline.Version.ShouldBe(1);
        (await CreateAsync(Documents.ThreeStages())).Created.ShouldBe(created.Created);
        (await Should.ThrowAsync<PipelineNameInUseException>(() => CreateAsync(Changed()))).Message.ShouldContain("'app'");
    }

    [Fact]
    public async Task An_update_is_a_new_version_unless_it_says_the_same()
    {
        await CreateAsync(Documents.ThreeStages());

        (await UpdateAsync(Documents.ThreeStages())).Pipeline.Version.ShouldBe(1);
        (await UpdateAsync(Changed())).Pipeline.Version.ShouldBe(2);

        var stored = await _suite.Get<PipelineCatalog>().GetAsync("app", Cancellation);
        stored.Pipeline.Stages[2].Actions[0].Setting("DeployStrategy").ShouldBe("20:5s,50:5s");
        await Should.ThrowAsync<PipelineNotFoundException>(() => UpdateAsync(Changed("other")));
    }

    [Fact]
    public async Task A_refused_document_leaves_no_trace()
    {
        await Should.ThrowAsync<InvalidDocumentException>(() => CreateAsync("{}"));

        (await _suite.Get<PipelineCatalog>().ListAsync(cancellationToken: Cancellation)).Pipelines.ShouldBeEmpty();
        await Should.ThrowAsync<PipelineNotFoundException>(() => _suite.Get<PipelineCatalog>().GetAsync("app", Cancellation));
    }

    [Fact]
    public async Task A_run_goes_on_by_the_version_that_it_began_with()
    {
        await CreateAsync(Documents.ThreeStages());
        var run = await Run.StartAsync(_suite, 1);
        await run.AskAsync();
        await UpdateAsync(Changed());

        await run.GoOnAsync();
        (await run.GoOnAsync())!.Actions.Single().Configuration["DeployStrategy"].ShouldBe("10:5s,50:5s");
        (await run.ViewAsync()).PipelineVersion.ShouldBe(1);
    }

    [Fact]
    public async Task Lists_pipelines_by_name_in_pages()
    {
        foreach (var name in new[] { "c", "a", "b" })
        {
            await CreateAsync(Documents.ThreeStages(name));
        }

        var page = await _suite.Get<PipelineCatalog>().ListAsync(limit: 2, cancellationToken: Cancellation);
        var rest = await _suite.Get<PipelineCatalog>().ListAsync(page.NextToken, 2, Cancellation);

        page.Pipelines.Concat(rest.Pipelines).Select(stored => stored.Pipeline.Name).ShouldBe(["a", "b", "c"]);
        rest.NextToken.ShouldBeNull();
    }

    [Fact]
    public async Task A_pipeline_that_runs_is_stopped_and_deleted()
    {
        await CreateAsync(Documents.ThreeStages());
        var run = await Run.StartAsync(_suite, 1);
        await run.AskAsync();

        await _suite.Get<PipelineDeletion>().DeleteAsync("app", Cancellation);
        await _suite.Get<PipelineDeletion>().DeleteAsync("app", Cancellation);

        (await _suite.EventsAsync()).Count(told => told.DetailType == "Sluice Action Stop Requested").ShouldBe(1);
        (await run.FailAsync("stopped"))!.Next.ShouldBe(NextStageBranch.Ended);

        (await _suite.Get<ExecutionViews>().ListAsync("app", cancellationToken: Cancellation)).Executions.ShouldBeEmpty();
        (await CreateAsync(Changed())).Pipeline.Version.ShouldBe(1);
    }
}
