using System.Text.RegularExpressions;
using Sluice.Platform.Protocol.Models;

namespace Sluice.Local.Tests.Clients;

/// <summary>That <c>aws</c> is tried with whole APIs.</summary>
public sealed partial class AwsOperationsTests
{
    // Ours, of which no client of others knows.
    private static readonly string[] _ofBuildPrograms = ["ReportBuildProgress", "GetBuildPackageToken", "ExchangeSandboxCommand"];

    [Fact]
    public void Each_operation_of_the_model_is_tried_with_aws_deploy()
    {
        // A waiter is made of operations.
        var tried = AwsDeployTests.Tried.Union(AwsDeploymentTests.Tried).Except(["wait"]);

        tried.ShouldBe(new ServiceModels()["codedeploy"].Operations.Keys.Select(Command), ignoreOrder: true);
    }

    [Fact]
    public void Each_operation_of_the_model_is_tried_with_aws_codebuild() =>
        AwsBuildTests.Tried.Union(AwsBuildRunTests.Tried).ShouldBe(new ServiceModels()["codebuild"].Operations.Keys.Except(_ofBuildPrograms).Select(Command), ignoreOrder: true);

    [Fact]
    public void Each_operation_of_the_model_is_tried_with_aws_codepipeline() =>
        AwsPipelineTests.Tried.Union(AwsPipelineRunTests.Tried).ShouldBe(new ServiceModels()["codepipeline"].Operations.Keys.Select(Command), ignoreOrder: true);

    internal static string Command(string operation) => Capital().Replace(operation, "-$0").ToLowerInvariant();

    [GeneratedRegex("(?<!^)[A-Z]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Capital();
}
