using System.Text.Json.Nodes;
using Sluice.Builds.ControlPlane.Fleets;
using Sluice.Builds.Tests.World;

namespace Sluice.Builds.Tests.Api.Fleets;

public sealed class FleetTests : IDisposable
{
    private const string Input = "'baseCapacity':2,'environmentType':'LINUX_CONTAINER','computeType':'BUILD_GENERAL1_SMALL'";
    private readonly BuildsApi _api = new();

    [Fact]
    public async Task A_fleet_is_active_at_once_and_told_by_name_and_by_arn()
    {
        var made = await CreateAsync("linux", ",'scalingConfiguration':{'scalingType':'TARGET_TRACKING_SCALING','maxCapacity':5,'targetTrackingScalingConfigs':[{'metricType':'FLEET_UTILIZATION_RATE','targetValue':80}]}");

        ((string)made["status"]!["statusCode"]!, (string)made["overflowBehavior"]!, (int)made["scalingConfiguration"]!["desiredCapacity"]!).ShouldBe(("ACTIVE", "QUEUE", 2));
        made["arn"]!.ToString().ShouldBe($"{HandedReport.Arn}fleet/linux:{made["id"]}");
        var read = await _api.CallAsync("BatchGetFleets", $"{{'names':['linux','{made["arn"]}','{HandedReport.Arn}fleet/linux:other','none']}}");
        read["fleets"]!.AsArray().Count.ShouldBe(2);
        read["fleets"]!.AsArray().ShouldAllBe(fleet => JsonNode.DeepEquals(fleet, made));
        read["fleetsNotFound"]!.AsArray().Select(name => name!.ToString()).ShouldBe([$"{HandedReport.Arn}fleet/linux:other", "none"]);
    }

    [Fact]
    public async Task An_update_changes_what_it_says_and_nothing_else()
    {
        var arn = (await CreateAsync("linux", ",'vpcConfig':{'vpcId':'vpc-1','subnets':['s'],'securityGroupIds':['g']},'overflowBehavior':'ON_DEMAND'"))["arn"];

        var changed = (await _api.CallAsync("UpdateFleet", $"{{'arn':'{arn}','baseCapacity':3,'vpcConfig':{{}}}}"))["fleet"]!;

        ((int)changed["baseCapacity"]!, changed["vpcConfig"], (string)changed["overflowBehavior"]!, (string)changed["computeType"]!).ShouldBe((3, null, "ON_DEMAND", "BUILD_GENERAL1_SMALL"));
    }

    [Theory]
    [InlineData("", 2, false)]
    [InlineData(",'overflowBehavior':'ON_DEMAND'", 2, true)]
    [InlineData(",'scalingConfiguration':{'maxCapacity':7}", 7, false)]
    public async Task What_a_fleet_means_is_how_many_builds_run_at_once(string more, int atOnce, bool overflows)
    {
        var arn = (await CreateAsync("linux", more))["arn"]!.ToString();
        (await _api.Get<FleetCapacities>().FindAsync(arn, CancellationToken.None)).ShouldBe(new FleetCapacity("linux", atOnce, overflows));
        (await _api.Get<FleetCapacities>().FindAsync("none", CancellationToken.None)).ShouldBeNull();
    }

    [Theory]
    [InlineData("NAME", "DESCENDING", "c b a")]
    [InlineData("CREATED_TIME", "ASCENDING", "b c a")]
    public async Task Fleets_are_listed_in_pages_and_are_gone_when_they_are_deleted(string sortBy, string order, string expected)
    {
        foreach (var name in new[] { "bb", "cc", "aa" })
        {
            await CreateAsync(name, "");
            _api.Time.Run(() => Task.Delay(TimeSpan.FromMinutes(1), _api.Time));
        }

        var first = await _api.CallAsync("ListFleets", $"{{'sortBy':'{sortBy}','sortOrder':'{order}','maxResults':2}}");
        var second = await _api.CallAsync("ListFleets", $"{{'sortBy':'{sortBy}','sortOrder':'{order}','nextToken':'{first["nextToken"]}'}}");
        var arns = first["fleets"]!.AsArray().Concat(second["fleets"]!.AsArray()).Select(arn => arn!.ToString()).ToList();
        string.Join(' ', arns.Select(arn => arn.Split('/')[1][..1])).ShouldBe(expected);

        foreach (var arn in arns)
        {
            await _api.CallAsync("DeleteFleet", $"{{'arn':'{arn}'}}");
            await _api.CallAsync("DeleteFleet", $"{{'arn':'{arn}'}}");
        }

        (await _api.CallAsync("ListFleets"))["fleets"]!.AsArray().ShouldBeEmpty();
    }

    public void Dispose() => _api.Dispose();

    private async Task<JsonNode> CreateAsync(string name, string more) => (await _api.CallAsync("CreateFleet", $"{{'name':'{name}',{Input}{more}}}"))["fleet"]!;
}
