namespace Sluice.Builds.Running;

/// <summary>Decides on what a build runs, by its environment and by what the installation has: on the suite's own image where that will do, else on CodeBuild.</summary>
internal static class BuildCompute
{
    private const string Local = "local";
    private const string Curated = "aws/codebuild/";

    public static ComputeChoice Choose(ProjectEnvironment environment, BuildComputes computes) =>
        computes.Image is null ? new ComputeChoice(ComputeKind.Ecs)
        : Refusal(environment) is { } refusal ? ComputeChoice.None(refusal)
        : IsLambda(environment.Type) ? OnLambda(environment, computes)
        : WhatFargateLacks(environment, computes) is { } lacking ? OnCodeBuild(environment, computes, lacking)
        : new ComputeChoice(ComputeKind.Ecs, IsArm(environment.Type));

    /// <summary>What none of the computes can do.</summary>
    private static string? Refusal(ProjectEnvironment environment) => environment.Type switch
    {
        EnvironmentType.WINDOWS_CONTAINER or EnvironmentType.WINDOWS_SERVER_2019_CONTAINER or EnvironmentType.WINDOWS_SERVER_2022_CONTAINER or EnvironmentType.WINDOWS_EC2 =>
            $"The environment type {environment.Type} cannot be built on: the builds' program runs commands in a POSIX shell, which Windows does not have.",
        EnvironmentType.MAC_ARM => $"The environment type {environment.Type} cannot be built on: CodeBuild has it on reserved fleets only, and none is used as compute.",
        _ => null,
    };

    private static ComputeChoice OnLambda(ProjectEnvironment environment, BuildComputes computes) =>
        environment.PrivilegedMode is true ? ComputeChoice.None($"The environment type {environment.Type} runs no containers within, which privilegedMode is for.")
        : !IsOwn(environment.Image) ? ComputeChoice.None($"The image '{environment.Image}' cannot run on {environment.Type}: Lambda has the suite's own image alone, which 'local' and {Curated}* mean.")
        : !computes.HasLambda ? ComputeChoice.None(Needs($"The environment type {environment.Type}", "Lambda", "UseLambda=true"))
        : IsArm(environment.Type) && computes.ArmImage is null ? ComputeChoice.None(Needs($"The environment type {environment.Type}", "Lambda on Arm", "ArmBuildImage"))
        : new ComputeChoice(ComputeKind.Lambda, IsArm(environment.Type));

    /// <summary>What of the environment asks for another compute than Fargate with the suite's own image; null if nothing does.</summary>
    private static string? WhatFargateLacks(ProjectEnvironment environment, BuildComputes computes) =>
        environment.PrivilegedMode is true ? "privilegedMode"
        : !IsOwn(environment.Image) ? $"The image '{environment.Image}'"
        : environment.Type is not (EnvironmentType.LINUX_CONTAINER or EnvironmentType.ARM_CONTAINER) ? $"The environment type {environment.Type}"
        : IsArm(environment.Type) && computes.ArmImage is null ? $"The environment type {environment.Type}, without an ArmBuildImage,"
        : null;

    private static ComputeChoice OnCodeBuild(ProjectEnvironment environment, BuildComputes computes, string lacking) =>
        !computes.HasCodeBuild ? ComputeChoice.None(Needs(lacking, "CodeBuild", "UseCodeBuild=true"))
        : environment.RegistryCredential is not null ? ComputeChoice.None($"The image '{environment.Image}' has a registryCredential, which CodeBuild as compute is not given; use a registry that its role can read.")
        : ImageOf(environment, computes) is { } image ? new ComputeChoice(ComputeKind.CodeBuild, IsArm(environment.Type), image)
        : ComputeChoice.None($"The image '{Local}' is not for {environment.Type}; name an image of that type.");

    /// <summary>Null if the suite's own image is meant, and it is not for that machine.</summary>
    private static string? ImageOf(ProjectEnvironment environment, BuildComputes computes) => environment switch
    {
        { Image: not Local } => environment.Image,
        { Type: EnvironmentType.LINUX_CONTAINER or EnvironmentType.LINUX_GPU_CONTAINER } => computes.Image,
        { Type: EnvironmentType.ARM_CONTAINER } => computes.ArmImage,
        _ => null,
    };

    /// <summary>Whether the image is one that means the suite's own, which has what CodeBuild's have.</summary>
    private static bool IsOwn(string image) => image == Local || image.StartsWith(Curated, StringComparison.Ordinal);

    private static bool IsLambda(EnvironmentType type) => type is EnvironmentType.LINUX_LAMBDA_CONTAINER or EnvironmentType.ARM_LAMBDA_CONTAINER;

    private static bool IsArm(EnvironmentType type) => type is EnvironmentType.ARM_CONTAINER or EnvironmentType.ARM_LAMBDA_CONTAINER or EnvironmentType.ARM_EC2;

    private static string Needs(string what, string compute, string setting) => $"{what} needs {compute} as compute, which this installation does not have; set {setting}.";
}
