namespace Sluice.Deployments.Platforms.Ecs;

/// <summary>
/// The deployment controllers of services whose task sets we can make. ECS gives that to anybody for EXTERNAL, and for CODE_DEPLOY to CodeDeploy alone, which on one machine we are.
/// </summary>
/// <param name="Accepted">By ECS's names.</param>
public sealed record EcsControllers(params IReadOnlyList<string> Accepted)
{
    /// <summary>In an account.</summary>
    public static readonly EcsControllers OfAccount = new("EXTERNAL");

    /// <summary>On one machine, where ECS is a stand-in of ours.</summary>
    public static readonly EcsControllers OfMachine = new("EXTERNAL", "CODE_DEPLOY");

    /// <summary>For messages.</summary>
    internal string Expected => string.Join(" or ", Accepted);

    /// <param name="controller">As ECS tells it; null is ECS's own.</param>
    internal bool Takes(string? controller) => Accepted.Contains(controller ?? "ECS");
}
