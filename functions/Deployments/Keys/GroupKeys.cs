
namespace Sluice.Deployments.Keys;

/// <summary>Where groups are in the table: the record under the id, and a reference to it under the name in the application's partition.</summary>
internal static class GroupKeys
{
    public const string NamePrefix = "GROUP#";

    public static Key Name(string applicationId, string groupName) => new(ApplicationKeys.Partition(applicationId), NamePrefix + groupName);

    /// <summary>The group's name in such a key; null if it is of something else.</summary>
    public static string? NameIn(Key key) => key.Sk.StartsWith(NamePrefix, StringComparison.Ordinal) ? key.Sk[NamePrefix.Length..] : null;

    public static Key Group(string groupId) => new($"DEPLOYMENTGROUP#{groupId}", "GROUP");

    /// <summary>Which group deploys an ECS service; it is one.</summary>
    public static Key Service(ECSService service)
    {
        var named = service.ByName();
        return new Key($"DEPLOYEDSERVICE#{named.ClusterName}/{named.ServiceName}", "GROUP");
    }
}
