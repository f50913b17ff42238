namespace Sluice.Deployments.Model;

/// <summary>The lifecycle events, by CodeDeploy's names. All but the three that act may have a hook.</summary>
internal static class LifecycleEvents
{
    public const string BeforeInstall = "BeforeInstall";
    public const string AfterInstall = "AfterInstall";
    public const string Install = "Install";

    public const string AllowTestTraffic = "AllowTestTraffic";

    public const string AllowTraffic = "AllowTraffic";

    public const string AfterAllowTestTraffic = "AfterAllowTestTraffic";
    public const string BeforeAllowTraffic = "BeforeAllowTraffic";
    public const string AfterAllowTraffic = "AfterAllowTraffic";

    /// <summary>All of them, as they come in a deployment that has all.</summary>
    public static IReadOnlyList<string> InOrder { get; } =
        [BeforeInstall, Install, AfterInstall, AllowTestTraffic, AfterAllowTestTraffic, BeforeAllowTraffic, AllowTraffic, AfterAllowTraffic];
}
