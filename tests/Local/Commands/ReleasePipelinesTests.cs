using Microsoft.Extensions.DependencyInjection;
using NSubstitute;
using Sluice.Deployments.Recovery;
using Sluice.Local.Commands.Releases;
using Sluice.Local.Host;
using Sluice.Local.Host.Data;
using Sluice.Pipelines.ControlPlane.Executions;
using Sluice.Pipelines.ControlPlane.Pipelines;
using Sluice.Pipelines.Model;
using Sluice.Platform.StateMachines;

namespace Sluice.Local.Tests.Commands;

public sealed class ReleasePipelinesTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sluice-pipelines");
    private readonly DataFolder _data;
    private readonly ServiceProvider _services;

    public ReleasePipelinesTests()
    {
        _data = DataFolder.Own(_folder.FullName);
        _services = LocalServices.Create(_data, Quiet.Storage(TimeProvider.System), static _ => { }, TimeProvider.System, Substitute.For<IStateMachines>(), SweepPace.InAws);
    }

    [Fact]
    public async Task Repositories_of_one_name_get_a_pipeline_each_and_keep_it()
    {
        (await KeepAsync("/srv/a/hello", "main")).ShouldBe("hello");
        (await KeepAsync("/srv/b/hello", "main")).ShouldBe("hello-2");
        (await KeepAsync("/srv/b/hello", "next")).ShouldBe("hello-2");
        (await KeepAsync("/srv/a/hello", "main")).ShouldBe("hello");
        var changed = await _services.GetRequiredService<PipelineCatalog>().GetAsync("hello-2", TestContext.Current.CancellationToken);
        changed.Pipeline.Stages[0].Actions[0].Setting("Branch").ShouldBe("next");
    }

    [Fact]
    public async Task The_branch_stays_at_what_it_was_first_until_another_one_is_named()
    {
        (await KeepAsync("/srv/a/hello", branch: null, head: "main")).ShouldBe("hello");
        await KeepAsync("/srv/a/hello", branch: null, head: "experiment");
        (await Pipelines.BranchAsync("hello")).ShouldBe("main");
        await KeepAsync("/srv/a/hello", "next", head: "experiment");
        await KeepAsync("/srv/a/hello", branch: null, head: "experiment");
        (await Pipelines.BranchAsync("hello")).ShouldBe("next");
        (await KeepAsync("/srv/a/unread", branch: null)).ShouldBe("unread");
        (await Pipelines.BranchAsync("unread")).ShouldBeNull();
    }

    public void Dispose()
    {
        _services.Dispose();
        _data.Dispose();
        _folder.Delete(recursive: true);
    }

    private ReleasePipelines Pipelines => ReleasePipelines.Of(_services);

    private Task<string> KeepAsync(string repository, string? branch, string? head = null) =>
        Pipelines.KeepAsync(ReleasePipeline.NameFor(repository), repository, branch, DeploymentChoices.Default, head);
}
