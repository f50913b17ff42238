using Sluice.BuildContract;
using Sluice.Builds.Ending;
using Sluice.Builds.Queueing;
using Sluice.Builds.Running;
using Sluice.Builds.Tests.World;
using Sluice.Platform.Runs;
using Sluice.Platform.Tables;

namespace Sluice.Builds.Tests.Queueing;

/// <summary>Builds of two projects on one fleet, and one on none.</summary>
public sealed class FleetTurnsTests : IDisposable
{
    private readonly BuildsApi _api = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_fleet_holds_back_its_own_builds_of_whatever_project_and_nobody_elses()
    {
        var fleet = await CreateFleetAsync("QUEUE");

        var first = await BeginAsync("web", fleet);
        var second = await BeginAsync("api", "linux");
        var third = await BeginAsync("plain", null);

        Begun.ShouldBe(["web", "plain"]);
        var waits = (await _api.Table.QueryAsync(new Query($"EVENT#build-{second}-QUEUED"), Cancellation)).Items.ShouldHaveSingleItem();
        waits.Attributes["detail"]!["message"]!.ToString().ShouldBe("waits for a build to end: 1 of the fleet's 1 run");

        await EndAsync(third);
        Begun.ShouldBe(["web", "plain"]);
        await EndAsync(first);
        Begun.ShouldBe(["web", "plain", "api"]);
        await EndAsync(second);
        (await _api.Get<BuildQueueStore>().GetAsync(Cancellation)).Value.ShouldSatisfyAllConditions(queue => queue.Running.ShouldBeEmpty(), queue => queue.Waiting.ShouldBeEmpty());
    }

    [Fact]
    public async Task A_fleet_that_overflows_holds_nobody_back()
    {
        var fleet = await CreateFleetAsync("ON_DEMAND");

        await BeginAsync("web", fleet);
        await BeginAsync("api", fleet);

        Begun.ShouldBe(["web", "api"]);
    }

    [Fact]
    public async Task A_build_that_names_another_fleet_does_not_wait_behind_its_projects_others()
    {
        var fleet = await CreateFleetAsync("QUEUE");
        await BeginAsync("web", fleet);
        await BeginAsync("api", fleet);

        await BeginAsync("api", fleet, ",'fleetOverride':{'fleetArn':'none-of-it'}", token: "other");

        Begun.ShouldBe(["web", "other"]);
    }

    [Fact]
    public async Task One_that_waits_for_a_fleet_can_be_stopped()
    {
        var fleet = await CreateFleetAsync("QUEUE");
        var first = await BeginAsync("web", fleet);
        var second = await BeginAsync("api", fleet);

        await _api.CallAsync("StopBuild", $"{{'id':'api:{second}'}}");
        await EndAsync(second);
        await EndAsync(first);

        Begun.ShouldBe(["web"]);
        (await _api.Get<BuildQueueStore>().GetAsync(Cancellation)).Value.Waiting.ShouldBeEmpty();
    }

    public void Dispose() => _api.Dispose();

    /// <summary>Those whose machines were told to go on, in the order in which they were.</summary>
    private IEnumerable<string> Begun => _api.Machines.Completed.Where(completed => completed.Output is not null).Select(completed => completed.Token);

    private async Task<string> CreateFleetAsync(string overflow)
    {
        var made = await _api.CallAsync("CreateFleet", $"{{'name':'linux','baseCapacity':1,'environmentType':'LINUX_CONTAINER','computeType':'BUILD_GENERAL1_SMALL','overflowBehavior':'{overflow}'}}");
        return made["fleet"]!["arn"]!.ToString();
    }

    /// <summary>Makes the project if there is none, starts a build and has its machine ask for its turn.</summary>
    private async Task<string> BeginAsync(string project, string? fleet, string more = "", string? token = null)
    {
        if (token is null)
        {
            await _api.CreateProjectAsync(project, fleet is null ? "{}" : $"{{'environment':{{'type':'LINUX_CONTAINER','image':'local','computeType':'BUILD_GENERAL1_SMALL','fleet':{{'fleetArn':'{fleet}'}}}}}}");
        }

        var build = (await _api.CallAsync("StartBuild", $"{{'projectName':'{project}'{more}}}"))["build"]!;
        var id = build["id"]!.ToString().Split(':')[1];
        await _api.Get<BeginBuild>().RunAsync(new BuildRequest(id, token ?? project), Cancellation);
        return id;
    }

    private Task EndAsync(string id) => _api.Get<EndBuild>().RunAsync(new EndOfBuild(id, new CaughtError()), Cancellation);
}
