using Sluice.BuildContract.Batches;
using Sluice.Builds.ControlPlane.Projects;
using Sluice.Builds.Model;
using Sluice.Builds.Running;
using Sluice.Builds.Tests.World;
using Sluice.Platform.Objects;

namespace Sluice.Builds.Tests.Running;

public sealed class ShardDurationsTests : IDisposable
{
    private readonly BuildsApi _api = new();

    [Fact]
    public async Task They_are_the_medians_of_the_projects_reports()
    {
        await HandOverAsync("web", 1, "adds passed 1000", "divides passed 500");
        await HandOverAsync("web", 2, "adds passed 3000", "divides failed 500");
        await HandOverAsync("web", 3, "adds passed 2000", "divides passed 500");
        await HandOverAsync("other", 4, "adds passed 9000");

        (await OfAsync("batch", shard: 0)).ShouldBe(new Dictionary<string, double> { ["shop.cart"] = 2.5 });
    }

    [Fact]
    public async Task All_parts_of_a_fan_out_are_told_the_same_whatever_comes_in_between()
    {
        await HandOverAsync("web", 1, "adds passed 1000");
        (await OfAsync("batch", shard: 0))["shop.cart"].ShouldBe(1);
        await HandOverAsync("web", 2, "adds passed 8000");
        await HandOverAsync("web", 3, "adds passed 8000");

        (await OfAsync("batch", shard: 1))["shop.cart"].ShouldBe(1);
        (await OfAsync("next batch", shard: 1))["shop.cart"].ShouldBe(8);
    }

    [Fact]
    public async Task A_project_without_reports_has_none_and_a_build_that_is_no_part_does_not_ask()
    {
        (await OfAsync("batch", shard: 0)).ShouldBeEmpty();
        var writes = _api.Writes;

        (await OfAsync("batch", shard: null)).ShouldBeEmpty();

        _api.Writes.ShouldBe(writes);
    }

    public void Dispose() => _api.Dispose();

    private Task HandOverAsync(string project, int build, params string[] cases) => _api.HandOverAsync(HandedReport.Of(project, build, HandedReport.Tests(_api.Objects, "unit", cases)));

    private Task<IReadOnlyDictionary<string, double>> OfAsync(string batch, int? shard) => _api.Get<ShardDurations>().OfAsync(
        new BuildRecord
        {
            BuildId = "11111111-1111-4111-8111-111111111111", ProjectName = "web", Number = 1, Status = BuildContract.BuildStatus.InProgress, Initiator = "me", Settings = UnnamedProject.Settings,
            Output = new ObjectRef("b", "k"), ProgressSecret = "s", SubmittedAt = DateTimeOffset.UnixEpoch, Batch = new BatchMember(batch, "part", shard is { } index ? new BatchShard(index, 2) : null),
        },
        TestContext.Current.CancellationToken);
}
