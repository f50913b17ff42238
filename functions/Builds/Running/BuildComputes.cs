namespace Sluice.Builds.Running;

/// <summary>What an installation has to run builds on: Fargate with its own image, and what else its template was told to have.</summary>
/// <param name="Image">The image with the builds' program; null where the program that stands for it runs any image itself, as on one machine.</param>
/// <param name="ArmImage">The same image for Arm; null if there is none.</param>
/// <param name="HasLambda">Whether the images are Lambda functions, too.</param>
/// <param name="HasCodeBuild">Whether CodeBuild lends machines for what the others cannot do.</param>
public sealed record BuildComputes(string? Image, string? ArmImage = null, bool HasLambda = false, bool HasCodeBuild = false)
{
    /// <summary>One machine: whatever it is told to build, it runs itself.</summary>
    public static BuildComputes OneMachine { get; } = new(Image: null);
}
