namespace Sluice.Deployments.Platforms.Ecs;

/// <summary>Target groups' names and ARNs.</summary>
internal static class TargetGroupArns
{
    /// <summary>The name in <c>arn:…:targetgroup/NAME/id</c>.</summary>
    public static string NameOf(string arn) => arn.Split('/') is [_, var name, ..] ? name : arn;
}
