using Sluice.Builds.Running;
using Sluice.Builds.Shapes;

namespace Sluice.Builds.Tests.Running;

public sealed class BuildComputeTests
{
    private static readonly BuildComputes _all = new("own", "own-arm", HasLambda: true, HasCodeBuild: true);
    private static readonly BuildComputes _least = new("own");

    [Theory]
    [InlineData(EnvironmentType.LINUX_CONTAINER, "local", "Ecs")]
    [InlineData(EnvironmentType.LINUX_CONTAINER, "aws/codebuild/standard:7.0", "Ecs")]
    [InlineData(EnvironmentType.ARM_CONTAINER, "local", "Ecs on Arm")]
    [InlineData(EnvironmentType.ARM_CONTAINER, "aws/codebuild/amazonlinux-aarch64-standard:3.0", "Ecs on Arm")]
    [InlineData(EnvironmentType.LINUX_LAMBDA_CONTAINER, "local", "Lambda")]
    [InlineData(EnvironmentType.ARM_LAMBDA_CONTAINER, "aws/codebuild/amazonlinux-aarch64-lambda-standard:nodejs20", "Lambda on Arm")]
    [InlineData(EnvironmentType.LINUX_CONTAINER, "node:22", "CodeBuild with node:22")]
    [InlineData(EnvironmentType.ARM_CONTAINER, "node:22", "CodeBuild on Arm with node:22")]
    [InlineData(EnvironmentType.LINUX_GPU_CONTAINER, "local", "CodeBuild with own")]
    [InlineData(EnvironmentType.LINUX_GPU_CONTAINER, "aws/codebuild/standard:7.0", "CodeBuild with aws/codebuild/standard:7.0")]
    [InlineData(EnvironmentType.LINUX_EC2, "aws/codebuild/ami/amazonlinux-x86_64-base:latest", "CodeBuild with aws/codebuild/ami/amazonlinux-x86_64-base:latest")]
    [InlineData(EnvironmentType.ARM_EC2, "aws/codebuild/ami/amazonlinux-arm-base:latest", "CodeBuild on Arm with aws/codebuild/ami/amazonlinux-arm-base:latest")]
    public void Where_there_is_everything_the_suites_own_image_runs_what_it_can(EnvironmentType type, string image, string expected) => Shown(Of(type, image), _all).ShouldBe(expected);

    [Theory]
    [InlineData(EnvironmentType.LINUX_CONTAINER, "local", "CodeBuild with own")]
    [InlineData(EnvironmentType.ARM_CONTAINER, "local", "CodeBuild on Arm with own-arm")]
    [InlineData(EnvironmentType.LINUX_CONTAINER, "aws/codebuild/standard:7.0", "CodeBuild with aws/codebuild/standard:7.0")]
    [InlineData(EnvironmentType.LINUX_LAMBDA_CONTAINER, "local", "The environment type LINUX_LAMBDA_CONTAINER runs no containers within, which privilegedMode is for.")]
    public void Privileged_mode_is_CodeBuilds(EnvironmentType type, string image, string expected) => Shown(Of(type, image) with { PrivilegedMode = true }, _all).ShouldBe(expected);

    [Theory]
    [InlineData(EnvironmentType.LINUX_CONTAINER, "local", false, "Ecs")]
    [InlineData(EnvironmentType.LINUX_CONTAINER, "local", true, "privilegedMode needs CodeBuild as compute, which this installation does not have; set UseCodeBuild=true.")]
    [InlineData(EnvironmentType.LINUX_CONTAINER, "node:22", false, "The image 'node:22' needs CodeBuild as compute, which this installation does not have; set UseCodeBuild=true.")]
    [InlineData(EnvironmentType.LINUX_GPU_CONTAINER, "local", false, "The environment type LINUX_GPU_CONTAINER needs CodeBuild as compute, which this installation does not have; set UseCodeBuild=true.")]
    [InlineData(EnvironmentType.LINUX_EC2, "local", false, "The environment type LINUX_EC2 needs CodeBuild as compute, which this installation does not have; set UseCodeBuild=true.")]
    [InlineData(EnvironmentType.ARM_CONTAINER, "local", false, "The environment type ARM_CONTAINER, without an ArmBuildImage, needs CodeBuild as compute, which this installation does not have; set UseCodeBuild=true.")]
    [InlineData(EnvironmentType.LINUX_LAMBDA_CONTAINER, "local", false, "The environment type LINUX_LAMBDA_CONTAINER needs Lambda as compute, which this installation does not have; set UseLambda=true.")]
    [InlineData(EnvironmentType.ARM_LAMBDA_CONTAINER, "local", false, "The environment type ARM_LAMBDA_CONTAINER needs Lambda as compute, which this installation does not have; set UseLambda=true.")]
    public void Where_something_is_missing_the_build_is_told_what_to_set(EnvironmentType type, string image, bool privileged, string expected) =>
        Shown(Of(type, image) with { PrivilegedMode = privileged }, _least).ShouldBe(expected);

    [Theory]
    [InlineData(EnvironmentType.ARM_CONTAINER, "aws/codebuild/amazonlinux-aarch64-standard:3.0", "CodeBuild on Arm with aws/codebuild/amazonlinux-aarch64-standard:3.0")]
    [InlineData(EnvironmentType.ARM_CONTAINER, "local", "The image 'local' is not for ARM_CONTAINER; name an image of that type.")]
    [InlineData(EnvironmentType.ARM_LAMBDA_CONTAINER, "local", "The environment type ARM_LAMBDA_CONTAINER needs Lambda on Arm as compute, which this installation does not have; set ArmBuildImage.")]
    public void Without_an_image_for_Arm_no_other_processor_takes_its_place(EnvironmentType type, string image, string expected) => Shown(Of(type, image), _all with { ArmImage = null }).ShouldBe(expected);

    [Theory]
    [InlineData(EnvironmentType.LINUX_EC2, "local", "The image 'local' is not for LINUX_EC2; name an image of that type.")]
    [InlineData(EnvironmentType.ARM_EC2, "local", "The image 'local' is not for ARM_EC2; name an image of that type.")]
    [InlineData(EnvironmentType.LINUX_LAMBDA_CONTAINER, "node:22", "The image 'node:22' cannot run on LINUX_LAMBDA_CONTAINER: Lambda has the suite's own image alone, which 'local' and aws/codebuild/* mean.")]
    [InlineData(EnvironmentType.WINDOWS_SERVER_2022_CONTAINER, "aws/codebuild/windows-base:2022-1.0", "The environment type WINDOWS_SERVER_2022_CONTAINER cannot be built on: the builds' program runs commands in a POSIX shell, which Windows does not have.")]
    [InlineData(EnvironmentType.MAC_ARM, "aws/codebuild/macos-arm-base:14", "The environment type MAC_ARM cannot be built on: CodeBuild has it on reserved fleets only, and none is used as compute.")]
    public void What_no_compute_can_do_is_refused_by_name(EnvironmentType type, string image, string expected) => Shown(Of(type, image), _all).ShouldBe(expected);

    [Fact]
    public void A_registry_that_needs_a_credential_is_refused_by_name() =>
        Shown(Of(EnvironmentType.LINUX_CONTAINER, "private/node") with { RegistryCredential = new RegistryCredential { Credential = "secret", CredentialProvider = CredentialProviderType.SECRETS_MANAGER } }, _all)
            .ShouldBe("The image 'private/node' has a registryCredential, which CodeBuild as compute is not given; use a registry that its role can read.");

    /// <summary>Whatever there will be.</summary>
    [Fact]
    public void One_machine_runs_everything_itself()
    {
        foreach (var type in Enum.GetValues<EnvironmentType>())
        {
            Shown(Of(type, "node:22") with { PrivilegedMode = true }, BuildComputes.OneMachine).ShouldBe("Ecs");
        }
    }

    [Fact]
    public void Every_environment_type_has_a_compute_or_a_reason()
    {
        foreach (var type in Enum.GetValues<EnvironmentType>())
        {
            var choice = BuildCompute.Choose(Of(type, "aws/codebuild/any"), _all);
            (choice.Fault is not null || choice.Kind != ComputeKind.Ecs || type is EnvironmentType.LINUX_CONTAINER or EnvironmentType.ARM_CONTAINER).ShouldBeTrue(type.ToString());
        }
    }

    [Theory]
    [InlineData("local", null, ImagePullCredentialsType.SERVICE_ROLE)]
    [InlineData("node:22", null, ImagePullCredentialsType.CODEBUILD)]
    [InlineData("node:22", ImagePullCredentialsType.SERVICE_ROLE, ImagePullCredentialsType.SERVICE_ROLE)]
    public void The_suites_own_image_is_fetched_by_the_role_and_another_as_its_project_says(string image, ImagePullCredentialsType? wanted, ImagePullCredentialsType expected)
    {
        var environment = Of(EnvironmentType.LINUX_CONTAINER, image) with { PrivilegedMode = true, ImagePullCredentialsType = wanted };

        CodeBuildMachine.Of(environment, BuildCompute.Choose(environment, _all), 3600)!.PullCredentials.ShouldBe(expected);
    }

    [Theory]
    [InlineData(60, 5)]
    [InlineData(4200, 70)]
    [InlineData(200_000, 2160)]
    public void CodeBuild_is_given_the_time_that_it_takes(int seconds, int minutes)
    {
        var environment = Of(EnvironmentType.LINUX_CONTAINER, "node:22");

        CodeBuildMachine.Of(environment, BuildCompute.Choose(environment, _all), seconds)!.TimeoutInMinutes.ShouldBe(minutes);
    }

    private static ProjectEnvironment Of(EnvironmentType type, string image) => new() { Type = type, Image = image, ComputeType = ComputeType.BUILD_GENERAL1_SMALL };

    private static string Shown(ProjectEnvironment environment, BuildComputes computes)
    {
        var choice = BuildCompute.Choose(environment, computes);
        return choice.Fault ?? $"{choice.Kind}{(choice.IsArm ? " on Arm" : "")}{(choice.Image is null ? "" : $" with {choice.Image}")}";
    }
}
