namespace Sluice.Builds.Running;

/// <summary>What CodeBuild is told of the machine that it lends for a build.</summary>
/// <param name="Image">The image that it runs.</param>
/// <param name="PullCredentials">As whom it fetches the image.</param>
/// <param name="Type">The environment's type.</param>
/// <param name="ComputeType">Its size.</param>
/// <param name="PrivilegedMode">Whether containers can run within.</param>
/// <param name="TimeoutInMinutes">After how long it gives up, if all else has failed to.</param>
internal sealed record CodeBuildMachine(string Image, ImagePullCredentialsType PullCredentials, EnvironmentType Type, ComputeType ComputeType, bool PrivilegedMode, int TimeoutInMinutes)
{
    // CodeBuild's own bounds.
    private const int ShortestMinutes = 5;
    private const int LongestMinutes = 36 * 60;

    /// <summary>Null if the build runs elsewhere.</summary>
    public static CodeBuildMachine? Of(ProjectEnvironment environment, ComputeChoice choice, int timeoutSeconds) => choice is { Kind: ComputeKind.CodeBuild, Image: { } image }
        ? new(image, CredentialsOf(environment, image), environment.Type, environment.ComputeType, environment.PrivilegedMode ?? false, Math.Clamp(timeoutSeconds / 60, ShortestMinutes, LongestMinutes))
        : null;

    /// <summary>The suite's own image is in a registry that the role can read. Of others CodeBuild's default holds.</summary>
    private static ImagePullCredentialsType CredentialsOf(ProjectEnvironment environment, string image) =>
        image != environment.Image ? ImagePullCredentialsType.SERVICE_ROLE : environment.ImagePullCredentialsType ?? ImagePullCredentialsType.CODEBUILD;
}
