using Sluice.Platform.Api;

namespace Sluice.Deployments.Platforms.Servers;

/// <summary>Which instances are meant, by tags and Auto Scaling groups.</summary>
internal static class InstanceFilterRules
{
    private const string InvalidEc2 = "InvalidEC2TagException";
    private const string InvalidTag = "InvalidTagException";
    private const string InvalidScaling = "InvalidAutoScalingGroupException";
    private const int MostFilters = 10;
    private const int MostLists = 3;
    private const int MostScalingGroups = 10;

    public static void Check(DeploymentGroup group, RequestFaults faults)
    {
        var settings = group.Settings;
        CheckFilters("ec2TagFilters", settings.Ec2TagFilters?.AsTagFilters(), InvalidEc2, faults);
        CheckSet("ec2TagSet.ec2TagSetList", settings.Ec2TagSet?.Ec2TagSetList?.Select(TagFilters.AsTagFilters).ToList(), InvalidEc2, faults);
        CheckFilters("onPremisesInstanceTagFilters", settings.OnPremisesInstanceTagFilters, InvalidTag, faults);
        CheckSet("onPremisesTagSet.onPremisesTagSetList", settings.OnPremisesTagSet?.OnPremisesTagSetList, InvalidTag, faults);
        CheckScalingGroups(group.AutoScalingGroups, faults);
    }

    private static void CheckSet(string at, IReadOnlyList<IReadOnlyList<TagFilter>>? set, string code, RequestFaults faults)
    {
        if (set is null)
        {
            return;
        }

        faults.Require(set.Count <= MostLists, "TagSetListLimitExceededException", $"{at}: at most {MostLists} lists were expected, not {set.Count}");
        for (var index = 0; index < set.Count; index++)
        {
            faults.Require(set[index].Count > 0, code, $"{at}[{index}]: at least one filter was expected");
            CheckFilters($"{at}[{index}]", set[index], code, faults);
        }
    }

    private static void CheckFilters(string at, IReadOnlyList<TagFilter>? filters, string code, RequestFaults faults)
    {
        faults.Require(filters is null or { Count: <= MostFilters }, code, $"{at}: at most {MostFilters} filters were expected, not {filters?.Count}");
        faults.Add(code, (filters ?? []).SelectMany((filter, index) => TagFilterRules.Faults($"{at}[{index}]", filter)));
    }

    private static void CheckScalingGroups(IReadOnlyList<string> names, RequestFaults faults)
    {
        faults.Require(
            names.Count <= MostScalingGroups, InvalidScaling, $"autoScalingGroups: at most {MostScalingGroups} names were expected, not {names.Count}");
        faults.Require(names.All(name => name.Length > 0), InvalidScaling, "autoScalingGroups: a name is empty");
        faults.Add(InvalidScaling, names.GroupBy(name => name).Where(same => same.Count() > 1).Select(same => $"autoScalingGroups: '{same.Key}' is there {same.Count()} times"));
    }
}
