namespace Sluice.Builds.ControlPlane.Images;

/// <summary>
/// The names of images that mean "where builds run anyway". On one machine that is the machine itself, or a container with <c>serve --containers</c>; none of them is pulled, and what is installed is what there is.
/// </summary>
internal static class CuratedImages
{
    private const string Description = "Runs on the build host: its own toolchains, not those of CodeBuild's image of this name";

    /// <summary>As the operation answers them.</summary>
    public static IReadOnlyList<EnvironmentPlatform> Platforms { get; } =
    [
        Platform(PlatformType.UBUNTU, "local", "aws/codebuild/standard:5.0", "aws/codebuild/standard:6.0", "aws/codebuild/standard:7.0"),
        Platform(
            PlatformType.AMAZON_LINUX, "aws/codebuild/amazonlinux-x86_64-standard:4.0", "aws/codebuild/amazonlinux-x86_64-standard:5.0", "aws/codebuild/amazonlinux-aarch64-standard:2.0",
            "aws/codebuild/amazonlinux-aarch64-standard:3.0", "aws/codebuild/amazonlinux2-x86_64-standard:5.0"),
    ];

    private static EnvironmentPlatform Platform(PlatformType platform, params string[] names) => new()
    {
        Platform = platform,
        Languages = [new EnvironmentLanguage { Language = LanguageType.BASE, Images = [.. names.Select(name => new EnvironmentImage { Name = name, Description = Description, Versions = [] })] }],
    };
}
