using System.Text.RegularExpressions;

namespace Sluice.Deployments.Platforms.Ecs;

/// <summary>What names of ECS look like in an appspec.</summary>
internal static partial class EcsForms
{
    [GeneratedRegex("^(arn:[a-z0-9-]+:ecs:[a-z0-9-]*:([0-9]{12})?:task-definition/)?[a-zA-Z0-9_-]{1,255}(:[1-9][0-9]{0,8})?\\z", RegexOptions.ExplicitCapture, 1000)]
    public static partial Regex TaskDefinition();

    [GeneratedRegex("^[a-zA-Z0-9_-]{1,255}\\z", RegexOptions.ExplicitCapture, 1000)]
    public static partial Regex ContainerName();

    [GeneratedRegex("^(LATEST|[0-9]{1,4}\\.[0-9]{1,4}\\.[0-9]{1,4})\\z", RegexOptions.ExplicitCapture, 1000)]
    public static partial Regex PlatformVersion();
}
