using Sluice.BuildRunner.Containers;

namespace Sluice.BuildRunner.Tests.Containers;

public sealed class ContainerSettingsTests
{
    [Theory]
    [InlineData(null, null, false)]
    [InlineData(null, "local", false)]
    [InlineData(null, "aws/codebuild/standard:7.0", false)]
    [InlineData(null, "node:22", true)]
    [InlineData("all", "local", false)]
    [InlineData("all", "aws/codebuild/standard:7.0", true)]
    [InlineData("none", "aws/codebuild/standard:7.0", false)]
    [InlineData("none", "node:22", false)]
    public void Which_images_are_run_in_containers_says_the_machine(string? which, string? image, bool contains)
    {
        var variables = which is null ? new Dictionary<string, string>() : new Dictionary<string, string> { ["SLUICE_CONTAINERS"] = which };

        ContainerSettings.Of(variables).Contain(image).ShouldBe(contains);
    }
}
