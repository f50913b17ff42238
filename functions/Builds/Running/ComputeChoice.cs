namespace Sluice.Builds.Running;

/// <summary>What was decided of a build's compute.</summary>
/// <param name="Kind">On what it runs.</param>
/// <param name="IsArm">Whether its processor is an Arm.</param>
/// <param name="Image">The image that CodeBuild is to run; null if it is the compute's own.</param>
/// <param name="Fault">Why it can run nowhere, for people; null if it can.</param>
internal sealed record ComputeChoice(ComputeKind Kind, bool IsArm = false, string? Image = null, string? Fault = null)
{
    /// <summary>It can run nowhere.</summary>
    public static ComputeChoice None(string fault) => new(ComputeKind.Ecs, Fault: fault);
}
